// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/sampletable.h"

#include "gui/dialogs/linkbutton.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace relay::gui::dialogs {

namespace {

constexpr int kWideColumn = 1;

void tint(QLabel *label, const QColor &color, const QFont &font)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setForegroundRole(QPalette::WindowText); // on a ground of another role it would be another one
    label->setPalette(palette);
    label->setFont(font);
}

} // namespace

SampleTable::SampleTable(QWidget *parent)
    : QFrame(parent)
    , m_link(new LinkButton(this))
{
    m_link->hide();
    connect(m_link, &LinkButton::clicked, this, &SampleTable::allAsked, Qt::QueuedConnection);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(1, 1, 1, 1);
    m_grid->setSpacing(0);
    m_grid->setColumnStretch(kWideColumn, 1);
}

void SampleTable::setTheme(const Theme &theme)
{
    m_theme = &theme;
    style();
}

void SampleTable::showRows(const QStringList &head, const QVector<QStringList> &rows, const QString &rest)
{
    qDeleteAll(m_head);
    qDeleteAll(m_cells);
    delete m_rest;
    m_head.clear();
    m_cells.clear();
    m_rest = nullptr;
    const int columns = int(head.size());
    m_rows = int(rows.size());
    for (int column = 0; column < columns; ++column)
        m_head.append(addCell(head[column], 0, column, columns));
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < columns; ++column)
            m_cells.append(addCell(rows[row][column], row + 1, column, columns));
    }
    m_grid->removeWidget(m_link);
    m_link->setVisible(!rest.isEmpty());
    if (!rest.isEmpty())
        addRest(rest, columns);
    style();
}

//! Words from the leading edge on, the link at the other end.
void SampleTable::addRest(const QString &text, int columns)
{
    const int row = m_rows + 1;
    m_rest = addCell(text, row, 0, columns);
    m_rest->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_grid->addWidget(m_rest, row, 0, 1, columns);
    m_link->setText(tr("Show all", "Link: the connections that a dialog is about"));
    m_grid->addWidget(m_link, row, 0, 1, columns, Qt::AlignTrailing | Qt::AlignVCenter);
    m_link->raise();
}

QLabel *SampleTable::addCell(const QString &text, int row, int column, int columns)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(metric::kSpace3, 0, metric::kSpace3, 0);
    label->setFixedHeight(row == 0 ? metric::kTableHead : metric::kRow);
    if (column == columns - 1 || isRightToLeft()) // an address would else stand away from its head
        label->setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (column == kWideColumn)
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // long names are cut, and told in full on hover
    label->setToolTip(column == kWideColumn ? text : QString());
    m_grid->addWidget(label, row, column);
    return label;
}

void SampleTable::style()
{
    if (!m_theme)
        return;
    const Tokens &tokens = m_theme->tokens();
    for (QLabel *label : std::as_const(m_head))
        tint(label, tokens.text2, m_theme->font(Theme::Type::Small));
    for (QLabel *label : std::as_const(m_cells))
        tint(label, tokens.text, m_theme->font(Theme::Type::Small));
    if (m_rest)
        tint(m_rest, tokens.text2, m_theme->font(Theme::Type::Small));
    m_link->setTheme(*m_theme);
    update();
}

void SampleTable::paintEvent(QPaintEvent *)
{
    if (!m_theme)
        return;
    const Tokens &tokens = m_theme->tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.base);
    painter.fillRect(QRect(1, 1, width() - 2, metric::kTableHead), tokens.panel);
    painter.setPen(tokens.grid);
    for (int row = 0; row <= m_rows; ++row) {
        const int y = metric::kTableHead + row * metric::kRow;
        painter.setPen(row == 0 ? tokens.line : tokens.grid);
        if (row < m_rows || m_rest)
            painter.drawLine(1, y, width() - 2, y);
    }
    painter.setPen(tokens.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace relay::gui::dialogs

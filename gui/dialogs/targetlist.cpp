// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/targetlist.h"

#include "gui/dialogs/linkbutton.h"
#include "gui/views/plaintable.h"

#include <QHeaderView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace relay::gui::dialogs {

using namespace metric;

namespace {

constexpr int kWideColumn = 1;
constexpr int kColumnWidths[] = { 184, 0, 104, 88 }; // the wide one takes the rest

} // namespace

void TargetModel::setTargets(const QStringList &head, const QVector<client::Connection> &targets, Line line)
{
    beginResetModel();
    m_head = head;
    m_targets = targets;
    m_line = std::move(line);
    endResetModel();
}

int TargetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_targets.size());
}

int TargetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_head.size());
}

QVariant TargetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return m_line(m_targets.at(index.row())).value(index.column());
    case Qt::TextAlignmentRole: return headerData(index.column(), Qt::Horizontal, role);
    default: return {};
    }
}

QVariant TargetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == m_head.size() - 1 ? QVariant(int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter))
                                            : QVariant();
    return role == Qt::DisplayRole ? QVariant(m_head.value(section)) : QVariant();
}

TargetList::TargetList(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_table(new PlainTable(theme, -1, this))
    , m_fewer(new LinkButton(this))
{
    m_table->setModel(&m_model);
    giveUpRows(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_table);
    column->addWidget(m_fewer, 0, Qt::AlignTrailing);
    setFocusProxy(m_table);
    connect(m_fewer, &LinkButton::clicked, this, &TargetList::fewerAsked, Qt::QueuedConnection);
    connect(&theme, &Theme::changed, this, &TargetList::applyTheme);
    applyTheme();
}

void TargetList::showTargets(const QStringList &head, const QVector<client::Connection> &targets, TargetModel::Line line)
{
    m_model.setTargets(head, targets, std::move(line));
    QHeaderView *sections = m_table->horizontalHeader();
    for (int column = 0; column < int(std::size(kColumnWidths)) && column < m_model.columnCount(); ++column)
        if (column == kWideColumn)
            sections->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            sections->resizeSection(column, kColumnWidths[column]);
    m_fewer->setText(tr("Show fewer"));
}

void TargetList::giveUpRows(int rows)
{
    const int height = kTableHead + std::max(kLeastRows, kMostRows - rows) * kRowHeight;
    m_table->setFixedHeight(height);
    setFixedHeight(height + kRow + 2); // also its own, or the dialog would hear of it only later
}

void TargetList::setName(const QString &name)
{
    m_table->setAccessibleName(name);
}

void TargetList::applyTheme()
{
    m_fewer->setTheme(m_theme);
    update();
}

void TargetList::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.base);
    painter.setPen(tokens.line);
    painter.drawLine(1, m_table->geometry().bottom() + 1, width() - 2, m_table->geometry().bottom() + 1);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace relay::gui::dialogs

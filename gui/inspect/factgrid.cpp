// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspect/factgrid.h"

#include "gui/views/statuscolor.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace relay::gui::inspect {

namespace {

constexpr int kColumns = 4; // name, value, name, value

void tint(QLabel *label, const QColor &color, const QFont &font)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setForegroundRole(QPalette::WindowText); // on a ground of another role it would be another one
    label->setPalette(palette);
    label->setFont(font);
}

} // namespace

FactGrid::FactGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

//! Which facts stand where: only when this changes are the labels made anew.
QString FactGrid::shapeOf(const QVector<FactGroup> &groups)
{
    QString shape;
    for (const FactGroup &group : groups) {
        for (const Fact &fact : group.facts)
            shape += fact.key + (fact.isWide ? QLatin1Char('-') : QLatin1Char('|'));
        shape += QLatin1Char('\n');
    }
    return shape;
}

void FactGrid::build(const QVector<FactGroup> &groups)
{
    delete m_holder;
    m_cells.clear();
    m_titles.clear();
    m_holder = new QWidget(this);
    m_grid = new QGridLayout(m_holder);
    m_grid->setContentsMargins(metric::kSpace4, metric::kSpace1, metric::kSpace4, metric::kSpace4);
    m_grid->setHorizontalSpacing(metric::kSpace4);
    m_grid->setVerticalSpacing(isRightToLeft() ? 0 : metric::kSpace1); // Arabic lines are higher by themselves
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, 1);
    int row = 0;
    for (const FactGroup &group : groups)
        row = addGroup(group, row);
    m_grid->setRowStretch(row, 1);
    layout()->addWidget(m_holder);
}

int FactGrid::addGroup(const FactGroup &group, int row)
{
    auto *title = new QLabel(m_holder);
    title->setContentsMargins(0, row == 0 ? 0 : metric::kSpace3, 0, 0);
    m_titles.append(title);
    m_grid->addWidget(title, row++, 0, 1, kColumns);
    int column = 0;
    for (const Fact &fact : group.facts) {
        if (fact.isWide && column > 0) {
            ++row;
            column = 0;
        }
        addFact(fact, row, column);
        column = fact.isWide ? kColumns : column + 2;
        if (column >= kColumns) {
            ++row;
            column = 0;
        }
    }
    return column > 0 ? row + 1 : row;
}

void FactGrid::addFact(const Fact &fact, int row, int column)
{
    Cell cell { new QLabel(m_holder), new QLabel(m_holder) };
    for (QLabel *label : { cell.name, cell.value }) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    }
    cell.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    cell.value->setWordWrap(true);
    cell.name->setBuddy(cell.value);
    m_grid->addWidget(cell.name, row, column);
    m_grid->addWidget(cell.value, row, column + 1, 1, fact.isWide ? kColumns - 1 : 1);
    m_cells.insert(fact.key, cell);
}

void FactGrid::fill(const Fact &fact, bool isQuiet)
{
    const Tokens &tokens = m_theme.tokens();
    const Cell cell = m_cells.value(fact.key);
    const bool isLoud = fact.trouble && !isQuiet;
    // An address would else stand at the far edge in a window from right to left.
    const Qt::Alignment align
        = isRightToLeft() ? Qt::AlignVCenter | Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignTop | Qt::AlignLeft;
    cell.name->setAlignment(align);
    cell.value->setAlignment(align);
    tint(cell.name, isQuiet ? tokens.text3 : tokens.text2, m_theme.font(Theme::Type::Small));
    tint(cell.value,
         isQuiet      ? tokens.text3
             : isLoud ? statusColor(tokens, *fact.trouble)
                      : tokens.text,
         isLoud ? m_theme.boldFont(Theme::Type::Small) : m_theme.font(Theme::Type::Small));
    cell.name->setText(fact.name);
    if (cell.value->text() != fact.value)
        cell.value->setText(fact.value);
    cell.value->setAccessibleName(fact.name);
}

void FactGrid::showFacts(const QVector<FactGroup> &groups, bool isQuiet)
{
    const QString shape = shapeOf(groups);
    if (shape != m_shape)
        build(groups);
    m_shape = shape;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        m_titles[i]->setText(groups[i].title);
        tint(m_titles[i], m_theme.tokens().text, m_theme.boldFont(Theme::Type::Small));
        for (const Fact &fact : groups[i].facts)
            fill(fact, isQuiet);
    }
}

QString FactGrid::valueOf(const QString &key) const
{
    const QLabel *label = m_cells.value(key).value;
    return label ? label->text() : QString();
}

} // namespace relay::gui::inspect

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/plaintable.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kCheck = 14;

//! Small words on the panel's ground with a line below.
class PlainHead : public QHeaderView
{
public:
    PlainHead(const Theme &theme, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
        setFixedHeight(kTableHead);
        setHighlightSections(false);
        setMinimumSectionSize(kSpace5);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Tokens &t = m_theme.tokens();
        painter->save();
        painter->fillRect(rect, t.panel);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
        painter->setFont(m_theme.font(Theme::Type::Small));
        painter->setPen(t.text2);
        const int alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        const QRect words = rect.adjusted(kSpace3, 0, -kSpace3, -1);
        painter->setLayoutDirection(layoutDirection());
        painter->drawText(
            words, (alignment == 0 ? int(Qt::AlignLeading | Qt::AlignVCenter) : alignment) | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString(),
                                              Qt::ElideRight, words.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

QRect checkRect(const QStyleOptionViewItem &option)
{
    const QRect box(option.rect.left() + kSpace3, option.rect.center().y() - kCheck / 2, kCheck, kCheck);
    return QStyle::visualRect(option.direction, option.rect, box);
}

} // namespace

PlainCell::PlainCell(const Theme &theme, int troubleRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_troubleRole(troubleRole)
{
}

void PlainCell::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const bool isTrouble = m_troubleRole >= 0 && index.data(m_troubleRole).toBool();
    painter->save();
    const QColor ground = option.state.testFlag(QStyle::State_Selected) ? t.accentFill
        : isTrouble                                                     ? t.slowFill
                                                                        : t.base;
    painter->fillRect(option.rect, ground);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.grid);
    QRect words = option.rect.adjusted(kSpace3, 0, -kSpace3, -1);
    if (const QVariant state = index.data(Qt::CheckStateRole); state.isValid()) {
        QStyleOptionButton box;
        box.rect = checkRect(option);
        box.palette = option.palette;
        box.state = (state.toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off)
            | (index.flags().testFlag(Qt::ItemIsUserCheckable) ? QStyle::State_Enabled : QStyle::State_None);
        const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
        words = QStyle::visualRect(option.direction, option.rect,
                                   option.rect.adjusted(kSpace3 + kCheck + kSpace2, 0, -kSpace3, -1));
    }
    painter->setFont(isTrouble ? m_theme.boldFont(Theme::Type::Small) : m_theme.font(Theme::Type::Small));
    painter->setPen(isTrouble ? t.slow : t.text);
    const int wanted = index.data(Qt::TextAlignmentRole).toInt();
    const int alignment = wanted == 0 ? int(Qt::AlignLeading | Qt::AlignVCenter) : wanted;
    painter->setLayoutDirection(option.direction);
    painter->drawText(words, alignment | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

bool PlainCell::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    const bool isClick = event->type() == QEvent::MouseButtonRelease
        && checkRect(option).contains(static_cast<QMouseEvent *>(event)->position().toPoint());
    const bool isKey = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable) || !(isClick || isKey))
        return false;
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, int(isOn ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

PlainTable::PlainTable(const Theme &theme, int troubleRole, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setHorizontalHeader(new PlainHead(theme, this));
    setItemDelegate(new PlainCell(theme, troubleRole, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kRow - 2);
    verticalHeader()->setDefaultSectionSize(kRow - 2);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    connect(&theme, &Theme::changed, this, &PlainTable::applyTheme);
    applyTheme();
}

void PlainTable::applyTheme()
{
    viewport()->update();
    horizontalHeader()->viewport()->update();
}

void PlainTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(m_theme.tokens().accent, 2));
    // Where single cells are worked on, the ring is around the one.
    const bool isCell = selectionBehavior() == SelectItems && currentIndex().isValid();
    painter.drawRect((isCell ? visualRect(currentIndex()) : viewport()->rect()).adjusted(1, 1, -1, -1));
}

} // namespace relay::gui

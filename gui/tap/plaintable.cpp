// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/plaintable.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace relay::gui::tap {

using namespace metric;

namespace {

class PlainCell : public QStyledItemDelegate
{
public:
    PlainCell(const Theme &theme, int troubleRole, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_troubleRole(troubleRole)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        const bool isTrouble = m_troubleRole >= 0 && index.data(m_troubleRole).toBool();
        painter->save();
        const QColor ground = option.state.testFlag(QStyle::State_Selected) ? t.accentFill
            : isTrouble                                                     ? t.slowFill
                                                                            : t.base;
        painter->fillRect(option.rect, ground);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.grid);
        painter->setFont(isTrouble ? m_theme.boldFont(Theme::Type::Small) : m_theme.font(Theme::Type::Small));
        painter->setPen(isTrouble ? t.slow : t.text);
        const int wanted = index.data(Qt::TextAlignmentRole).toInt();
        const auto alignment = Qt::Alignment(wanted == 0 ? int(Qt::AlignLeading | Qt::AlignVCenter) : wanted);
        const QRect words = option.rect.adjusted(kSpace3, 0, -kSpace3, -1);
        painter->setLayoutDirection(option.direction);
        painter->drawText(words, int(alignment) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
    int m_troubleRole;
};

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

} // namespace

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
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

} // namespace relay::gui::tap

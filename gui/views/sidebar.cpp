// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/sidebar.h"

#include "gui/models/format.h"
#include "gui/views/statuscolor.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kAccentBar = 3;
constexpr int kHeadExtra = 8; // above the head of a group
constexpr int kRailRow = 36;

} // namespace

class SidebarDelegate : public QStyledItemDelegate
{
public:
    SidebarDelegate(const Sidebar &sidebar, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_sidebar(sidebar)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QColor iconColor(const QModelIndex &index) const;

    const Sidebar &m_sidebar;
};

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isHead = index.data(SidebarModel::EntryRole).toInt() == static_cast<int>(SidebarModel::Entry::Head);
    if (m_sidebar.m_isRail)
        return { kSidebarRail, isHead ? (index.row() == 0 ? kSpace1 : kSpace3) : kRailRow };
    return { kSidebar, isHead && index.row() > 0 ? kRow + kHeadExtra : kRow };
}

QColor SidebarDelegate::iconColor(const QModelIndex &index) const
{
    const Tokens &t = m_sidebar.m_theme.tokens();
    const auto entry = static_cast<SidebarModel::Entry>(index.data(SidebarModel::EntryRole).toInt());
    if (entry != SidebarModel::Entry::Status)
        return t.text2;
    const auto status = static_cast<Status>(index.data(SidebarModel::StatusValueRole).toInt());
    // No colour for trouble that is not there: quiet until it hurts.
    const bool isQuiet
        = m_sidebar.m_isStale || (needsAttention(status) && index.data(SidebarModel::CountRole).toInt() == 0);
    return isQuiet ? t.text3 : statusColor(t, status);
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_sidebar.m_theme;
    const Tokens &t = theme.tokens();
    const QRect rect = option.rect;
    const auto place = [&](const QRect &part) { return QStyle::visualRect(option.direction, rect, part); };
    const auto entry = static_cast<SidebarModel::Entry>(index.data(SidebarModel::EntryRole).toInt());
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (entry == SidebarModel::Entry::Head) {
        if (m_sidebar.m_isRail && index.row() > 0)
            painter->fillRect(
                rect.adjusted(kSpace3, rect.height() / 2, -kSpace3, 0).adjusted(0, 0, 0, 1 - (rect.height() + 1) / 2),
                t.line);
        else if (!m_sidebar.m_isRail) {
            painter->setFont(theme.boldFont(Theme::Type::Caption));
            painter->setPen(t.text2);
            painter->drawText(place({ rect.left() + kSpace4, rect.bottom() + 1 - kRow, rect.width() - kSpace5, kRow }),
                              Qt::AlignVCenter, index.data().toString());
        }
        painter->restore();
        return;
    }
    const bool isBold = index.data(SidebarModel::CurrentRole).toBool();
    const bool isCurrent = isBold && entry != SidebarModel::Entry::Saved; // the view that it is in is marked already
    if (isCurrent || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(rect, isCurrent ? t.accentFill : t.hover);
    if (isCurrent)
        painter->fillRect(place({ rect.left(), rect.top(), kAccentBar, rect.height() }), t.accent);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(t.accent, 1));
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
    }
    const int iconLeft = m_sidebar.m_isRail ? (rect.width() - kIcon) / 2 : kSpace4;
    const QRect icon = place({ rect.left() + iconLeft, rect.top() + (rect.height() - kIcon) / 2, kIcon, kIcon });
    painter->drawPixmap(icon.topLeft(),
                        theme.pixmap(index.data(SidebarModel::IconRole).toString(), kIcon, iconColor(index),
                                     m_sidebar.devicePixelRatioF()));
    if (!m_sidebar.m_isRail) {
        const QString count = index.data(SidebarModel::CountRole).toInt() < 0
            ? QString()
            : format::count(index.data(SidebarModel::CountRole).toInt());
        painter->setFont(theme.font(Theme::Type::Body));
        const int countWidth = painter->fontMetrics().horizontalAdvance(count);
        painter->setPen(t.text2);
        painter->drawText(place({ rect.right() + 1 - kSpace4 - countWidth, rect.top(), countWidth + 1, rect.height() }),
                          Qt::AlignVCenter, count);
        painter->setFont(isBold ? theme.boldFont(Theme::Type::Body) : theme.font(Theme::Type::Body));
        painter->setPen(t.text);
        const QRect words = place({ rect.left() + kSpace4 + kIcon + kSpace2, rect.top(),
                                    rect.width() - 2 * kSpace4 - kIcon - 2 * kSpace2 - countWidth, rect.height() });
        painter->drawText(words, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }
    painter->restore();
}

Sidebar::Sidebar(const Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
{
    setModel(&m_model);
    setItemDelegate(new SidebarDelegate(*this, this));
    setFrameShape(NoFrame);
    setSelectionMode(NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    setBackgroundRole(QPalette::AlternateBase); // the margin above the list
    setAutoFillBackground(true);
    setViewportMargins(0, kSpace2, 0, 0);
    setRail(false);
    connect(this, &QListView::clicked, this, &Sidebar::choose);
    connect(this, &QListView::activated, this, &Sidebar::choose);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    setAccessibleName(tr("Views and filters"));
}

void Sidebar::setRail(bool isRail)
{
    m_isRail = isRail;
    setFixedWidth(isRail ? kSidebarRail : kSidebar);
    scheduleDelayedItemsLayout();
}

void Sidebar::setStale(bool isStale)
{
    if (isStale == m_isStale)
        return;
    m_isStale = isStale;
    viewport()->update();
}

void Sidebar::choose(const QModelIndex &index)
{
    const auto entry = static_cast<SidebarModel::Entry>(index.data(SidebarModel::EntryRole).toInt());
    if (entry == SidebarModel::Entry::View)
        Q_EMIT viewChosen(static_cast<View>(index.data(SidebarModel::ViewRole).toInt()));
    else if (entry == SidebarModel::Entry::Saved)
        Q_EMIT savedViewChosen(index.data().toString());
    else if (entry != SidebarModel::Entry::Head) // a second click takes the filter away again
        Q_EMIT filterChosen(index.data(SidebarModel::CurrentRole).toBool()
                                ? QString()
                                : index.data(SidebarModel::FilterRole).toString());
}

void Sidebar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_model.retranslate();
        setAccessibleName(tr("Views and filters"));
    }
    QListView::changeEvent(event);
}

} // namespace relay::gui

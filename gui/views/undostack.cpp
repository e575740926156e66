// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/undostack.h"

#include "gui/views/undobar.h"

#include <QAction>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace relay::gui {

UndoStack::UndoStack(const Theme &theme, QAction &undo, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_action(undo)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    connect(&undo, &QAction::changed, this, &UndoStack::refresh);
    refresh();
}

UndoStack::~UndoStack()
{
    for (const Offer &offer : std::as_const(m_offers))
        offer.bar->disconnect(this);
}

void UndoStack::offer(const QString &headline, const QString &rest, std::function<void()> undo)
{
    if (m_offers.size() == kMost)
        remove(m_offers.first().bar);
    // Each bar has an action of its own, which only lends words to its button: the key is the shared one's.
    auto *action = new QAction(this);
    action->setObjectName(m_action.objectName());
    auto *bar = new UndoBar(m_theme, QStringLiteral("deny"), *action, this);
    action->setParent(bar);
    m_offers.append({ bar, action, std::move(undo) });
    connect(action, &QAction::triggered, this, [this, bar] { take(bar); });
    connect(bar, &UndoBar::isOver, this, [this, bar] { remove(bar); });
    layout()->addWidget(bar);
    bar->offer(headline, rest);
    refresh();
}

void UndoStack::undoNewest()
{
    if (!m_offers.isEmpty())
        take(m_offers.last().bar);
}

void UndoStack::take(UndoBar *bar)
{
    const auto found
        = std::find_if(m_offers.begin(), m_offers.end(), [bar](const Offer &offer) { return offer.bar == bar; });
    if (found == m_offers.end())
        return;
    const std::function<void()> undo = found->undo;
    remove(bar);
    undo();
}

void UndoStack::remove(UndoBar *bar)
{
    if (m_offers.removeIf([bar](const Offer &offer) { return offer.bar == bar; }) == 0)
        return;
    bar->disconnect(this);
    bar->hide();
    bar->deleteLater();
    refresh();
}

void UndoStack::refresh()
{
    setVisible(!m_offers.isEmpty());
    if (m_action.isEnabled() != !m_offers.isEmpty())
        m_action.setEnabled(!m_offers.isEmpty());
    for (const Offer &offer : std::as_const(m_offers)) {
        offer.action->setIconText(m_action.iconText());
        offer.action->setToolTip(m_action.toolTip());
        offer.action->setShortcut(&offer == &m_offers.constLast() ? m_action.shortcut() : QKeySequence());
    }
}

} // namespace relay::gui

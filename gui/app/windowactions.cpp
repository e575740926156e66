// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/windowactions.h"

namespace relay::gui {

namespace {

void prepare(QAction &action, const char *icon, const QKeySequence &key = {})
{
    action.setObjectName(QString::fromLatin1(icon));
    action.setShortcut(key);
}

void set(QAction &action, const QString &text, const QString &shortText, const QString &tip = {})
{
    action.setText(text);
    action.setIconText(shortText);
    action.setToolTip(tip.isEmpty() ? shortText : tip);
}

} // namespace

WindowActions::WindowActions(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    prepare(palette, "search", Qt::CTRL | Qt::Key_K);
    prepare(connectTo, "add", Qt::CTRL | Qt::Key_N);
    prepare(closeRelay, "close", Qt::CTRL | Qt::Key_W);
    prepare(nextRelay, "chevron-right", Qt::CTRL | Qt::Key_Tab);
    prepare(previousRelay, "chevron-left", Qt::CTRL | Qt::SHIFT | Qt::Key_Tab);
    prepare(sidebar, "connections", Qt::CTRL | Qt::Key_B);
    prepare(menuBar, "menu", Qt::Key_F10);
    prepare(maskAddresses, "view");
    prepare(about, "relay");
    prepare(quit, "close", QKeySequence::Quit);
    for (QAction *action : { &sidebar, &menuBar, &maskAddresses })
        action->setCheckable(true);
    connect(&theme, &Theme::changed, this, &WindowActions::takeTheme);
    takeTheme();
    retranslate();
}

QList<QAction *> WindowActions::all()
{
    return { &palette, &connectTo, &closeRelay,    &nextRelay, &previousRelay,
             &sidebar, &menuBar,   &maskAddresses, &about,     &quit };
}

void WindowActions::takeTheme()
{
    for (QAction *action : { &palette, &connectTo, &closeRelay, &nextRelay, &previousRelay, &quit })
        action->setIcon(m_theme.icon(action->objectName(), m_theme.tokens().text2));
}

void WindowActions::retranslate()
{
    set(palette, tr("Find or ru&n a command…"), tr("Find or run a command"));
    set(connectTo, tr("&Connect to a relay…"), tr("Connect to a relay…"),
        tr("Show a further relay, on this computer or over ssh, in a tab of its own"));
    set(closeRelay, tr("C&lose this relay"), tr("Close this relay"),
        tr("Close the tab. The relay goes on without this window."));
    set(nextRelay, tr("Ne&xt relay"), tr("Next relay"));
    set(previousRelay, tr("&Previous relay"), tr("Previous relay"));
    set(sidebar, tr("Narrow &sidebar"), tr("Narrow sidebar"));
    set(menuBar, tr("Show &menu bar"), tr("Show menu bar"));
    set(maskAddresses, tr("Mas&k addresses"), tr("Mask addresses"),
        tr("Addresses are personal data: leave out their last part in all that this window shows"));
    set(about, tr("&About Relay"), tr("About Relay"));
    set(quit, tr("&Quit"), tr("Quit"));
}

} // namespace relay::gui

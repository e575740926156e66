// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/tray.h"

#include "gui/app/windowactions.h"
#include "gui/models/format.h"

#include <QPainter>
#include <QWidget>

#include <utility>

namespace relay::gui {

namespace {

QPixmap badgedPixmap(const Theme &theme, int count, int side)
{
    QPixmap pixmap = theme.pixmap(QStringLiteral("relay"), side, {}, 1);
    if (count == 0)
        return pixmap;
    // Solid, in the lower corner, with an edge of its own: it must be read on any ground.
    const Tokens &tokens = lightTokens();
    const qreal badge = side * 0.62;
    const QRectF place(side - badge, side - badge, badge, badge);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, std::max(1.0, side / 24.0)));
    painter.setBrush(tokens.dropping);
    painter.drawEllipse(place.adjusted(1, 1, -1, -1));
    QFont font = theme.boldFont(Theme::Type::Caption);
    font.setPixelSize(int(badge * 0.66));
    painter.setFont(font);
    painter.setPen(tokens.accentText);
    painter.drawText(place, Qt::AlignCenter, count > 9 ? QStringLiteral("9+") : QString::number(count));
    return pixmap;
}

} // namespace

Tray::Tray(const Theme &theme, WindowActions &actions, QWidget &window)
    : QObject(&window)
    , m_theme(theme)
    , m_window(window)
{
    m_menu.addAction(&m_show);
    m_menu.addAction(&actions.connectTo);
    m_menu.addSeparator();
    m_menu.addAction(&actions.quit);
    m_icon.setContextMenu(&m_menu);
    connect(&m_show, &QAction::triggered, this, &Tray::showWindow);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::showWindow);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            showWindow();
    });
    retranslate();
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

void Tray::setAttention(const Attention &attention)
{
    const Attention before = std::exchange(m_attention, attention);
    if (before == attention)
        return;
    refresh();
    if (attention.count() > before.count() && m_icon.isVisible() && !m_window.isActiveWindow())
        m_icon.showMessage(tr("Relay", "Title of the window"), words(), badged(m_theme, attention.count()));
}

QString Tray::words() const
{
    QStringList parts;
    if (m_attention.alerts > 0)
        parts.append(tr("%n alert(s)", "Tray", m_attention.alerts));
    if (m_attention.lostRelays > 0)
        parts.append(tr("%n relay(s) that do not answer", "Tray", m_attention.lostRelays));
    return parts.isEmpty() ? tr("All is well", "Tray: no alerts") : format::enumeration(parts);
}

void Tray::refresh()
{
    m_icon.setIcon(badged(m_theme, m_attention.count()));
    m_icon.setToolTip(tr("Relay", "Title of the window") + QStringLiteral(": ") + words());
}

void Tray::retranslate()
{
    m_show.setText(tr("&Show the window"));
    refresh();
}

void Tray::showWindow()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

QIcon Tray::badged(const Theme &theme, int count)
{
    QIcon icon;
    for (const int side : { 16, 22, 24, 32, 48, 64 })
        icon.addPixmap(badgedPixmap(theme, count, side));
    return icon;
}

} // namespace relay::gui

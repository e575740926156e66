// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"
#include "client/admin/mirror.h"
#include "gui/graph/healthbook.h"
#include "gui/theme/theme.h"
#include "tests/client/support/fakeadminserver.h"

#include <QString>

class QWidget;

namespace relay::tests {

/*!
 * A mirror of a pretended relay, connected and up to date, for tests of what the window draws. The clock stands still
 * unless a test moves it.
 */
class LiveMirror
{
public:
    LiveMirror();

    [[nodiscard]] FakeAdminServer &server() { return m_server; }
    [[nodiscard]] FakeWorld &world() { return m_server.world(); }
    [[nodiscard]] client::Mirror &mirror() { return m_mirror; }

    //! Waits until the mirror shows what the world holds.
    [[nodiscard]] bool sync();
    //! Makes the relay vanish and waits until the mirror has noticed.
    [[nodiscard]] bool lose();
    [[nodiscard]] bool regain();

    [[nodiscard]] qint64 now() const { return m_now; }
    void advance(qint64 ms) { m_now += ms; }
    [[nodiscard]] gui::graph::HealthBook::Clock clock();

private:
    FakeAdminServer m_server;
    client::AdminClient m_client;
    client::Mirror m_mirror;
    qint64 m_now = 0;
};

//! A connection with what a test cares for; the rest is plausible.
[[nodiscard]] client::Connection makeConnection(quint64 id, const QString &topic, const QString &role,
                                                const QString &address, double megabits = 0);

/*!
 * The laboratory of the design's pictures: experiments with a video and a data topic each, many viewers, three of which
 * lose messages and a few that are slow.
 */
void fillLaboratory(LiveMirror &live, const QVector<gui::graph::HealthBook *> &books);

//! Makes the application look as the program does, in this theme.
void dress(gui::Theme &theme, gui::Theme::Mode mode);

//! Saves a picture of the widget as NAME.png in $RELAY_GRAB_DIR, to be looked at; without it does nothing.
void grab(QWidget &widget, const QString &name);

} // namespace relay::tests

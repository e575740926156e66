// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/tap/faketaps.h"

#include <QJsonArray>

namespace relay::tests {

//! A made-up relayd that can do everything: taps with messages, jobs, a deny list, alerts. For pictures.
class ActScene
{
public:
    explicit ActScene(FakeAdminServer &server);

    void tick(); //!< a quarter of a second passes
    void startJob(int total);
    void showSomebodysTap();

private:
    [[nodiscard]] std::optional<FakeDenyList::Outcome> answer(const admin::Request &request);
    void sendVideo();
    void sendData();
    void showTaps();

    FakeAdminServer &m_server;
    FakeTaps m_taps;
    QJsonArray m_denials;
    int m_frame = 0;
    int m_counter = 0;
    int m_audio = 0;
    int m_jobTotal = 0;
    int m_jobDone = 0;
    bool m_hasBen = false;
};

} // namespace relay::tests

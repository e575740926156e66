// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/feedhub.h"
#include "client/host/rules.h"

#include <QObject>

#include <deque>
#include <functional>

namespace relay::client::host {

/*!
 * Answers commands that come as messages, on the feed "api", to whoever sent them and to nobody else. One after the
 * other, and not within the call that brings one: a command may end the connection on which it came. One thread.
 */
class CommandDesk : public QObject
{
    Q_OBJECT
public:
    //! Both outlive it. changed: called before each answer goes out.
    CommandDesk(Rules &rules, FeedHub &hub, std::function<void()> changed, QObject *parent = nullptr);
    ~CommandDesk() override;

private:
    struct Waiting
    {
        std::uint64_t asker = 0;
        QByteArray command;
    };

    void work();

    Rules &m_rules;
    FeedHub &m_hub;
    std::function<void()> m_changed;
    std::deque<Waiting> m_waiting;
};

} // namespace relay::client::host

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/commanddesk.h"

#include "client/host/commandapi.h"

#include <utility>

namespace relay::client::host {

CommandDesk::CommandDesk(Rules &rules, FeedHub &hub, std::function<void()> changed, QObject *parent)
    : QObject(parent)
    , m_rules(rules)
    , m_hub(hub)
    , m_changed(std::move(changed))
{
    m_hub.answerBy(kApiFeed, [this](FeedClient &from, const QByteArray &command) {
        if (m_waiting.empty())
            QMetaObject::invokeMethod(this, &CommandDesk::work, Qt::QueuedConnection);
        m_waiting.push_back({ from.number(), command });
    });
}

CommandDesk::~CommandDesk()
{
    m_hub.answerBy({}, {});
}

void CommandDesk::work()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &[asker, command] : waiting) {
        const QByteArray answer = answerCommand(m_rules, command);
        m_changed();
        if (FeedClient *client = m_hub.find(asker))
            client->deliver(ws::Opcode::Text, answer);
    }
}

} // namespace relay::client::host

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/gate.h"

#include <QMetaObject>

#include <utility>

namespace relay::front {

Gate::Gate(GateOptions options, QObject *parent)
    : QObject(parent)
    , m_desk { .policy = std::move(options.policy),
               .kinds = std::move(options.kinds),
               .maxConnections = options.maxConnections,
               .openDescriptors = options.openDescriptors,
               .admit = std::move(options.admit),
               .roomAgain = [this] { QMetaObject::invokeMethod(this, [this] { setPaused(m_desk.isCrowded()); }); } }
    , m_lobby(m_desk, false)
    , m_listener(m_lobby.epollSet(), [this](Accepted connection) { accepted(std::move(connection)); })
    , m_tlsListener(m_lobby.epollSet(), [this](Accepted connection) { acceptedTls(std::move(connection)); })
    , m_tlsThreads(options.tlsThreads)
{
    m_tlsListener.setAnswersExcess(false);
    m_listener.setUnsentLimit(options.unsentLimit);
    m_tlsListener.setUnsentLimit(options.unsentLimit);
}

Gate::~Gate() = default;

QString Gate::listenTls(const QHostAddress &address, quint16 port, tls::ContextPtr context)
{
    setTls(std::move(context));
    while (int(m_tlsLobbies.size()) < m_tlsThreads)
        m_tlsLobbies.push_back(std::make_unique<TlsLobby>(m_desk));
    return m_tlsListener.listen(address, port);
}

void Gate::stop()
{
    m_listener.stop();
    m_tlsListener.stop();
    m_lobby.stop();
    for (const auto &lobby : m_tlsLobbies)
        lobby->stop();
}

void Gate::accepted(Accepted connection)
{
    if (++m_desk.undecided >= Desk::kMaxUndecided)
        setPaused(true);
    m_lobby.admit(std::move(connection));
}

void Gate::acceptedTls(Accepted connection)
{
    if (++m_desk.undecided >= Desk::kMaxUndecided)
        setPaused(true);
    connection.tls = m_tls;
    m_tlsLobbies[m_nextTlsLobby++ % m_tlsLobbies.size()]->admit(std::move(connection));
}

void Gate::setPaused(bool isPaused)
{
    m_listener.setPaused(isPaused);
    m_tlsListener.setPaused(isPaused);
}

} // namespace relay::front

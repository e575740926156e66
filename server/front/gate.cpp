// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/gate.h"

#include "server/front/reply.h"
#include "server/loop/clock.h"
#include "server/web/assets.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace relay::front {

Gate::Gate(GateOptions options, QObject *parent)
    : QObject(parent)
    , m_desk { .terms = TermsInForce(options.terms),
               .kinds = std::move(options.kinds),
               .maxConnections = options.maxConnections,
               .openDescriptors = options.openDescriptors,
               .access = options.access,
               .api = options.api,
               .shells = options.shells,
               .shellWaitMs = options.shellWaitMs,
               .admit = std::move(options.admit),
               .roomAgain = [this] { QMetaObject::invokeMethod(this, &Gate::pauseAsNeeded, Qt::QueuedConnection); },
               .inquire = std::move(options.inquire),
               .notReady = std::move(options.notReady),
               .crowd = std::make_unique<Crowd>(options.inrush.undecidedPerAddress, options.terms.trustedProxies,
                                                options.terms.policy.mode == Mode::Open) }
    , m_lobby(m_desk, false)
    , m_tlsListener(m_lobby.epollSet(), [this](Accepted connection) { return acceptedTls(std::move(connection)); })
    , m_rate(options.inrush.handshakesPerSecond)
    , m_unsentLimit(options.unsentLimit)
    , m_tlsThreads(options.tlsThreads)
{
    m_tlsListener.setAnswersExcess(false);
    prepare(m_tlsListener);
    static_cast<void>(web::find("/")); // the pages are put together at the first look, and that no client is to wait for
}

Gate::~Gate() = default;

QString Gate::listen(const QHostAddress &address, quint16 port)
{
    auto listener = std::make_unique<Listener>(m_lobby.epollSet(),
                                               [this](Accepted connection) { return accepted(std::move(connection)); });
    prepare(*listener);
    QString error = listener->listen(address, port);
    if (error.isEmpty())
        m_listeners.push_back(std::move(listener));
    return error;
}

void Gate::prepare(Listener &listener)
{
    listener.setUnsentLimit(m_unsentLimit);
    listener.setTurnedAway([this] { m_desk.access->count(access::Reason::NoRoom); });
}

QString Gate::listenTls(const QHostAddress &address, quint16 port, tls::ContextPtr context)
{
    setTls(std::move(context));
    while (int(m_tlsLobbies.size()) < m_tlsThreads)
        m_tlsLobbies.push_back(std::make_unique<TlsLobby>(m_desk));
    m_desk.lobbies = 1 + int(m_tlsLobbies.size());
    return m_tlsListener.listen(address, port);
}

void Gate::setTerms(const Terms &terms, const Inrush &inrush)
{
    m_desk.terms.set(terms);
    m_desk.crowd->setLimit(inrush.undecidedPerAddress, terms.trustedProxies);
    m_rate.setLimit(inrush.handshakesPerSecond);
}

void Gate::stop()
{
    for (const auto &listener : m_listeners)
        listener->stop();
    m_tlsListener.stop();
    m_lobby.stop();
    for (const auto &lobby : m_tlsLobbies)
        lobby->stop();
}

// Asked of everybody before a byte of theirs is read.
bool Gate::isTooFast()
{
    if (m_rate.take(loop::monotonicMs()))
        return false;
    m_desk.access->count(access::Reason::Rate);
    return true;
}

Listener::More Gate::accepted(Accepted connection)
{
    const QByteArray refusal = isTooFast() ? tooFast() : QByteArray();
    m_lobby.expect();
    pauseAsNeeded();
    m_lobby.admit(std::move(connection), refusal);
    // Who got an answer just now may have left and come again already: a client that fetched its code and opens its session.
    // Its former place is free with the next pass.
    return m_desk.hasNoPlaceLeft() ? Listener::More::NextPass : Listener::More::Now;
}

// To tell who is turned away here why would take the handshake that is to be saved.
Listener::More Gate::acceptedTls(Accepted connection)
{
    if (isTooFast())
        return Listener::More::Now;
    TlsLobby &emptiest = **std::min_element(m_tlsLobbies.begin(), m_tlsLobbies.end(),
                                            [](const auto &a, const auto &b) { return a->expected() < b->expected(); });
    connection.ticket = m_desk.crowd->enter(connection.peer, emptiest.room(), loop::monotonicMs());
    if (connection.ticket == 0) {
        m_desk.access->count(access::Reason::Undecided);
        return Listener::More::Now;
    }
    connection.tls = m_tls;
    emptiest.admit(std::move(connection));
    pauseAsNeeded();
    return Listener::More::Now;
}

// More wait in the kernel's queue, until those that are here have spoken or given way.
void Gate::pauseAsNeeded()
{
    for (const auto &listener : m_listeners)
        listener->setPaused(m_lobby.isFull());
    if (!m_tlsLobbies.empty()) {
        m_tlsListener.setPaused(
            std::all_of(m_tlsLobbies.begin(), m_tlsLobbies.end(), [](const auto &lobby) { return lobby->isFull(); }));
    }
}

} // namespace relay::front

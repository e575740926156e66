// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/topic/kind.h"
#include "server/front/listener.h"
#include "server/front/lobby.h"
#include "server/front/tlslobby.h"

#include <QObject>

#include <memory>
#include <vector>

namespace relay::front {

//! How many may come at once.
struct Inrush
{
    int undecidedPerAddress = 0; //!< that wait for a decision; 0: no limit
    int handshakesPerSecond = 0; //!< connections that are accepted; 0: no limit
};

struct GateOptions
{
    Terms terms;
    std::vector<topic::KindRule> kinds;          //!< of topics, first match wins
    int maxConnections = 0;                      //!< above it, 503
    std::atomic<int> *openDescriptors = nullptr; //!< counts what is given to the workers; they count it off
    access::Access *access = nullptr;            //!< never null; who is handed to a worker has entered there
    access::Api *api = nullptr;                  //!< null: open mode
    shell::Service *shells = nullptr;            //!< null: open mode
    std::int64_t shellWaitMs = 0;                //!< that a call for a shell waits for its host; 0: not at all
    Inrush inrush;
    std::function<void(std::vector<worker::Arrival> &)> admit; //!< takes those that are let in out of it; any thread
    //! Asks the observers; done is called on their thread, and never once the gate is gone.
    std::function<void(stats::Inquiry, std::function<void(QByteArray)> done)> inquire;
    std::function<QByteArray()> notReady; //!< for /readyz: why not; empty: ready. Any thread
    int unsentLimit = 0;                  //!< bytes the kernel may hold unsent for one connection; 0: it decides
    int tlsThreads = 1;                   //!< that shake hands, once there is a TLS listener
};

/*!
 * The way in: accepts, on the main thread, beside Qt's own sockets in a set of its own. Plain connections are decided
 * about here, TLS connections on threads of their own.
 */
class Gate : public QObject
{
    Q_OBJECT
public:
    explicit Gate(GateOptions options, QObject *parent = nullptr);
    ~Gate() override;

    //! Empty on success, else a sentence. May be called for several ports, which all serve the same.
    [[nodiscard]] QString listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] QString listenTls(const QHostAddress &address, quint16 port, tls::ContextPtr context);
    //! For the connections that come from now on.
    void setTls(tls::ContextPtr context) { m_tls = std::move(context); }
    //! For the requests that come from now on.
    void setTerms(const Terms &terms, const Inrush &inrush);

    [[nodiscard]] const std::vector<std::unique_ptr<Listener>> &listeners() const { return m_listeners; }
    [[nodiscard]] const Listener &tlsListener() const { return m_tlsListener; }
    //! While draining, nobody new is let in: 503. Any thread.
    void setDraining(bool isDraining) { m_desk.isDraining = isDraining; }
    void stop(); //!< no new connections; those that wait for a decision are dropped

private:
    [[nodiscard]] bool isTooFast();
    Listener::More accepted(Accepted connection);
    Listener::More acceptedTls(Accepted connection);
    void prepare(Listener &listener);
    void pauseAsNeeded();

    Desk m_desk;
    Lobby m_lobby;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    Listener m_tlsListener;
    tls::ContextPtr m_tls;
    Rate m_rate;
    int m_unsentLimit;
    int m_tlsThreads;
    std::vector<std::unique_ptr<TlsLobby>> m_tlsLobbies;
};

} // namespace relay::front

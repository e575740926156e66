// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/crowd.h"
#include "server/loop/descriptor.h"
#include "server/loop/epollset.h"
#include "server/tls/context.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTimer>

#include <functional>

namespace relay::front {

//! A connection as it was accepted.
struct Accepted
{
    loop::Descriptor descriptor;
    QHostAddress peer;
    quint16 peerPort = 0;
    tls::ContextPtr tls;      //!< of a listener that speaks TLS
    Crowd::Ticket ticket = 0; //!< among those of its address that have not said what they want
};

/*!
 * Accepts connections in batches. When descriptors run out it spends its reserve to tell the excess 503 instead of
 * leaving them in silence, and tries again every 200 ms: accepting never stops for good.
 */
class Listener : public QObject, private loop::EpollHandler
{
    Q_OBJECT
public:
    enum class More : std::uint8_t {
        Now,
        NextPass, //!< once those who are here had their turn
    };
    //! `accepted` tells when the next one may come.
    Listener(loop::EpollSet &set, std::function<More(Accepted)> accepted, QObject *parent = nullptr);
    ~Listener() override;

    //! Empty on success, else a sentence. Port 0 takes a free one.
    [[nodiscard]] QString listen(const QHostAddress &address, quint16 port);
    //! Bytes that the kernel may hold unsent for one connection; 0: it decides. Before listen().
    void setUnsentLimit(int bytes) { m_unsentLimit = bytes; }
    void stop();
    //! Called for each that there is no descriptor for.
    void setTurnedAway(std::function<void()> turnedAway) { m_turnedAway = std::move(turnedAway); }
    //! While paused, connections wait in the kernel's queue.
    void setPaused(bool isPaused);
    //! Whether those that there is no descriptor for are told so in plain HTTP. Not where TLS is spoken.
    void setAnswersExcess(bool answers) { m_answersExcess = answers; }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QHostAddress address() const { return m_server.serverAddress(); }

private:
    void handleEvents(std::uint32_t events) override;
    [[nodiscard]] More acceptOne();
    void descriptorsRanOut();
    void watch();

    loop::EpollSet &m_set;
    std::function<More(Accepted)> m_accepted;
    std::function<void()> m_turnedAway;
    QTcpServer m_server; // binds and listens; accepting is ours
    loop::Descriptor m_reserve;
    QTimer m_retry;
    int m_unsentLimit = 0;
    bool m_answersExcess = true;
    bool m_isPaused = false;
    bool m_isWatching = false;
};

} // namespace relay::front

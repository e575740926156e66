// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session/address.h"
#include "common/ws/frameparser.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QTimer>

#include <memory>

class QSslSocket;

namespace relay::client::session {

struct LinkOptions
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QNetworkProxy proxy { QNetworkProxy::NoProxy };
    QByteArray userAgent;
    std::uint64_t maxMessage = ws::kDefaultMaxMessage; //!< bytes
    int openWithinMs = 15'000;
    int pingEveryMs = 25'000;
    int deadAfterMs = 60'000; //!< of silence, which our pings make every living peer break
};

//! Why a link ended.
struct Ending
{
    std::uint16_t code = 0; //!< of a close frame, 1006 without one
    QString text;
    int status = 0;     //!< of HTTP, when it was never open; 0: no answer
    int retryAfter = 0; //!< s; 0: not said
};

/*!
 * One websocket connection, client side, for one life: opened once, ended once. Messages come whole; text is valid
 * UTF-8. Answers pings and close frames by itself, pings on its own, and ends when nothing is heard: also a server that
 * accepts and then says nothing is found out. One thread.
 */
class Link : public QObject
{
    Q_OBJECT
public:
    Link(Address address, LinkOptions options, QObject *parent = nullptr);
    ~Link() override;

    void open();
    //! One message. Nothing happens unless it is open.
    void send(ws::Opcode opcode, QByteArrayView payload);
    //! Says why and ends once the peer has answered, or soon.
    void close(std::uint16_t code, const QByteArray &reason);
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    //! Bytes that were given to send() and have not left this program.
    [[nodiscard]] qint64 queuedBytes() const;

Q_SIGNALS:
    void opened();
    void message(relay::ws::Opcode opcode, const QByteArray &payload);
    void drained(); //!< nothing is queued any more
    void ended(
        const relay::client::session::Ending &ending); //!< once; the link may be deleted from the slot by deleteLater()

private:
    enum class State { Idle, Connecting, Shaking, Open, Closing, Ended };

    void shakeHands();
    void read();
    void takeHandshake();
    void takeFrames();
    void takeClose();
    void refuse(int status, int retryAfter, const QString &fault);
    void beat();
    void end(const Ending &ending);
    void write(ws::Opcode opcode, QByteArrayView payload);

    Address m_address;
    LinkOptions m_options;
    std::unique_ptr<QSslSocket> m_socket;
    ws::FrameParser m_parser;
    QByteArray m_key;
    QByteArray m_received; // of the handshake
    QTimer m_deadline;
    QTimer m_heart;
    qint64 m_heardAt = 0; // monotonic, ms
    Ending m_closing;
    State m_state = State::Idle;
};

} // namespace relay::client::session

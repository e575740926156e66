// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session/address.h"
#include "client/session/pulse.h"
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
    QByteArray protocol; //!< a sub-protocol to offer, which a server may take; empty: none
    std::uint64_t maxMessage = ws::kDefaultMaxMessage; //!< bytes
    qint64 maxQueued = 1024 * 1024;                    //!< bytes that may wait before send() refuses more
    std::chrono::milliseconds openWithin { 15'000 };
    std::chrono::milliseconds pingEvery { 25'000 };
    std::chrono::milliseconds deadAfter { 60'000 }; //!< of silence, which our pings make every living peer break
    //! For the peer's answer to our close frame, from when that, or the last of what was queued before it, went out.
    std::chrono::milliseconds closeWithin { 4'000 };
};

//! Why a link ended.
struct Ending
{
    std::uint16_t code = 0; //!< of a close frame, 1006 without one
    QString text;
    int status = 0;         //!< of HTTP, when it was never open; 0: no answer
    int retryAfter = 0;     //!< s; 0: not said
    bool hasSpoken = false; //!< something was heard after the opening
    //! The peer answered our close frame, so that it has read all that was sent before.
    bool isAnswered = false;
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
    //! One message. False: it is not open, or too much is queued already; drained() tells when there is room again.
    [[nodiscard]] bool send(ws::Opcode opcode, QByteArrayView payload);
    //! Says why, behind all that is queued, and ends once the peer has answered, or soon.
    void close(std::uint16_t code, const QByteArray &reason);
    //! Reads no more, so that the peer is held back by TCP; up to 1 MiB that came already may wait.
    void setPaused(bool isPaused);
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    [[nodiscard]] bool hasProtocol() const { return m_hasProtocol; } //!< the server took it, once it is open
    //! Gives what is queued to the kernel now, as far as that takes it, and not when the event loop comes round.
    void flush() { m_socket->flush(); }
    //! Bytes that were given to send() and have not left this program.
    [[nodiscard]] qint64 queuedBytes() const;

Q_SIGNALS:
    void opened();
    void message(relay::ws::Opcode opcode, const QByteArray &payload);
    void drained(); //!< half of what may be queued is free after send() found no room, or nothing is queued any more
    //! Once; the link may be deleted from the slot by deleteLater().
    void ended(const relay::client::session::Ending &ending);

private:
    enum class State { Idle, Connecting, Shaking, Open, Closing, Ended };

    void wire();
    void shakeHands();
    void read();
    void takeHandshake();
    void takeFrames();
    void takeSome();
    void takeEvent(ws::FrameParser::Event event);
    void takeClose();
    void wrote();
    void beat();
    void fail(const QString &text, int status = 0, int retryAfter = 0);
    void lose(const QString &text);
    void finishLoss();
    void end(Ending ending);
    void write(ws::Opcode opcode, QByteArrayView payload);

    Address m_address;
    LinkOptions m_options;
    std::unique_ptr<QSslSocket> m_socket;
    ws::FrameParser m_parser;
    Pulse m_pulse;
    QByteArray m_key;
    QByteArray m_received; // of the handshake, or while it is paused
    QTimer m_deadline;
    QTimer m_heart;
    Ending m_closing;
    State m_state = State::Idle;
    bool m_isFull = false; // send() found no room, and drained() has not told yet that there is some
    bool m_isPaused = false;
    bool m_isTaking = false; // frames; nothing that comes meanwhile may be taken before the rest of them
    bool m_isLost = false;
    QString m_lossText;
    bool m_hasProtocol = false;
};

} // namespace relay::client::session

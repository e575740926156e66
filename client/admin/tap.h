// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"

#include <QByteArray>
#include <QObject>

namespace relay::client {

//! What to listen to and how much of it: by exactly one of connection and topic. The server has bounds of its own.
struct TapOrder
{
    quint64 connection = 0;
    QString topic = {}; //!< as topics have it: "/out/demo"
    //! "in" (what peers sent to the relay), "out", "both"; empty: in of a topic, both of a connection.
    QString direction = {};
    QString form = {};    //!< "bytes", or "mpegts": the heads of the packets; empty: bytes
    int previewBytes = 0; //!< of each message, up to 4096; 0: 256
    int maxMessages = 0;  //!< up to 100,000; 0: 1000
    int maxSeconds = 0;   //!< up to 300; 0: 60
    int sample = 1;       //!< every so manieth message
};

//! One message that passed, or its beginning.
struct TapMessage
{
    quint64 n = 0; //!< from 1 on, without gaps
    qint64 at = 0; //!< ms since the epoch, by the server's clock
    quint64 connection = 0;
    bool isIn = true;      //!< the connection sent it; else it got it
    bool isText = false;   //!< as the websocket says
    bool isMpegts = false; //!< preview has the first 8 bytes of each packet of 188
    qint64 size = 0;       //!< bytes of the whole message
    QByteArray preview;
    quint64 lost = 0; //!< that passed unseen since the one before, beside those that `sample` leaves out
};

/*!
 * One tap on a relayd, from open() until ended() or failed(): a look at the messages of a connection or a topic. Others
 * see that it is open. Ends with the link, and is closed when this object goes. One thread.
 */
class Tap : public QObject
{
    Q_OBJECT
public:
    explicit Tap(AdminClient &client, QObject *parent = nullptr);
    ~Tap() override; //!< as close()

    void open(const TapOrder &order); //!< once, and again after it ended
    void close();
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    [[nodiscard]] qint64 endsAt() const { return m_endsAt; } //!< at the latest; ms since the epoch, server's clock

Q_SIGNALS:
    void opened(qint64 endsAt);
    void received(const relay::client::TapMessage &message);
    //! reason: closed, messages, time, gone, busy; "lost": contact with relayd was lost.
    void ended(const QString &reason);
    void failed(const QString &errorClass, const QString &errorText); //!< instead of opened()

private:
    enum class State { Idle, Opening, Open };
    void take(const QString &method, const QJsonObject &params);
    void end(const QString &reason);

    AdminClient &m_client;
    QString m_name;
    State m_state = State::Idle;
    qint64 m_endsAt = 0;
};

} // namespace relay::client

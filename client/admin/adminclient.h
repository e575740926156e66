// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace relay::client {

//! The answer to a call: either a result or an error class ("Gone", "NotPermitted", ...) with a sentence.
struct Reply
{
    QJsonValue result;
    QString errorClass; //!< empty: success. "Lost" when the connection ended before the answer came
    QString errorText;
    QJsonObject errorData = {}; //!< what the error says beside its class, such as the count that was not expected
    [[nodiscard]] bool isOk() const { return errorClass.isEmpty(); }
};

class Transport;

//! The clocks of a conversation; shorter in tests.
struct ClientTiming
{
    std::chrono::milliseconds ping { 2000 };
    std::chrono::milliseconds silence { 6000 }; //!< an unanswered ping this old means that the server hangs
    std::chrono::milliseconds opening { 5000 }; //!< from the first byte to an open session
    double backoffScale = 1.0;
};

/*!
 * One conversation with relayd over its admin socket (relay-admin/1). Says hello, opens the session, matches answers
 * to calls, and, when told to, keeps trying to reconnect (1 to 10 s). Lives on one thread; never blocks.
 */
class AdminClient : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Connecting, Open, Lost, Refused };
    Q_ENUM(State)

    explicit AdminClient(QObject *parent = nullptr);
    //! Over another byte stream than a local socket: tests.
    AdminClient(std::unique_ptr<Transport> transport, const ClientTiming &timing, QObject *parent = nullptr);
    ~AdminClient() override;

    /*!
     * Connects to this socket; with keepTrying a lost or absent server is tried again until disconnectFromServer().
     * An empty path means: look in the usual places, at each try anew (common/admin/socketpath.h).
     */
    void connectToServer(const QString &socketPath, bool keepTrying);
    void disconnectFromServer();
    void retryNow(); //!< skips the rest of the waiting time

    [[nodiscard]] State state() const;
    [[nodiscard]] QString socketPath() const;
    [[nodiscard]] QString lastError() const;                   //!< a sentence that says what to do
    [[nodiscard]] std::chrono::milliseconds nextTryIn() const; //!< 0 when none is planned
    [[nodiscard]] int attempt() const;                         //!< tries since the link was lost
    [[nodiscard]] const ServerHello &hello() const;
    [[nodiscard]] double roundTripMs() const; //!< of the last server.ping (sent every 2 s while open); -1 unknown

    //! `callback` is called once, never from inside call(), and not at all when the client is destroyed before.
    using Callback = std::function<void(const Reply &)>;
    void call(const QString &method, const QJsonObject &params, Callback callback);

Q_SIGNALS:
    void stateChanged(relay::client::AdminClient::State state);
    void notified(const QString &method, const QJsonObject &params); //!< snapshot, delta, event ...
    void roundTripMeasured(double ms);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace relay::client

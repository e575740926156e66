// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/adminclient.h"

#include "client/admin/failuretext.h"
#include "client/admin/greeting.h"
#include "client/admin/localtransport.h"
#include "client/admin/transport.h"
#include "client/retry/backoff.h"
#include "common/admin/linebuffer.h"
#include "common/admin/message.h"
#include "common/admin/protocol.h"
#include "common/admin/socketpath.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <optional>
#include <utility>

namespace relay::client {

using namespace std::chrono_literals;

struct AdminClient::Private
{
    //! Marks that we are being called by the transport, which then must outlive us if a user deletes us meanwhile.
    class Entered
    {
    public:
        explicit Entered(Private &d)
            : m_guard(d.q)
            , m_depth(d.entered)
        {
            ++m_depth;
        }
        ~Entered()
        {
            if (m_guard)
                --m_depth;
        }
        Entered(const Entered &) = delete;
        Entered &operator=(const Entered &) = delete;

    private:
        QPointer<AdminClient> m_guard;
        int &m_depth;
    };

    Private(AdminClient *owner, std::unique_ptr<Transport> stream, const ClientTiming &clocks)
        : q(owner)
        , timing(clocks)
        , transport(std::move(stream))
        , lines(admin::kServerLineLimit)
    {
    }

    AdminClient *q;
    ClientTiming timing;
    std::unique_ptr<Transport> transport;
    admin::LineBuffer lines;
    Backoff backoff;
    QTimer retryTimer;
    QTimer pingTimer;
    QTimer openingTimer;
    QElapsedTimer pingAge; //!< valid while a ping is unanswered
    QHash<qint64, Callback> pending;
    qint64 lastCallId = 0;
    State state = State::Idle;
    QString askedPath; //!< empty: search
    QString path;
    QString lastError;
    std::optional<QJsonObject> greeting; //!< to be answered
    ServerHello hello;
    double roundTripMs = -1;
    bool keepTrying = false;
    int entered = 0;

    void wire();
    void setState(State next);
    void open();
    void take(const QByteArray &bytes);
    void takeLine(const QByteArray &line);
    void takeResponse(const admin::Response &response);
    void takeNotification(const admin::Notification &notification);
    void startSession(const QJsonObject &params);
    void sessionOpened(const Reply &reply);
    void ping();
    void lose(State next, const QString &why);
    void failPending();
    void send(const QString &method, const QJsonObject &params, Callback callback);
};

void AdminClient::Private::wire()
{
    retryTimer.setSingleShot(true);
    openingTimer.setSingleShot(true);
    connect(&retryTimer, &QTimer::timeout, q, [this] { open(); });
    connect(&pingTimer, &QTimer::timeout, q, [this] { ping(); });
    connect(&openingTimer, &QTimer::timeout, q, [this] {
        lose(State::Lost,
             AdminClient::tr("The socket %1 takes connections but does not answer as relayd does.").arg(path));
    });
    connect(transport.get(), &Transport::opened, q, [this] { openingTimer.start(timing.opening); });
    connect(transport.get(), &Transport::received, q, [this](const QByteArray &bytes) {
        const Entered mark(*this);
        take(bytes);
    });
    connect(transport.get(), &Transport::closed, q, [this](Transport::Failure failure, const QString &detail) {
        const Entered mark(*this);
        lose(State::Lost, failureText(failure, path, detail));
    });
}

void AdminClient::Private::setState(State next)
{
    if (std::exchange(state, next) != next)
        Q_EMIT q->stateChanged(next);
}

void AdminClient::Private::open()
{
    retryTimer.stop();
    lines.clear();
    path = askedPath;
    if (path.isEmpty()) {
        const auto environment = admin::SocketEnvironment::ofProcess();
        const QStringList found = admin::findSockets(environment);
        if (found.isEmpty()) {
            const QStringList places = admin::socketCandidates(environment);
            path = places.value(0);
            lose(State::Lost,
                 AdminClient::tr(
                     "No relayd was found; looked for %1. Start relayd, or name the socket of the one that runs.")
                     .arg(places.join(QStringLiteral(", "))));
            return;
        }
        path = found.first();
    }
    // While trying again the user keeps seeing "lost" with its reason, not a flicker.
    if (state != State::Lost && state != State::Refused)
        setState(State::Connecting);
    transport->open(path);
}

void AdminClient::Private::take(const QByteArray &bytes)
{
    lines.append(bytes);
    const QPointer<AdminClient> guard(q);
    while (auto line = lines.next()) {
        takeLine(*line);
        if (!guard)
            return;
    }
    if (const auto params = std::exchange(greeting, std::nullopt)) {
        startSession(*params);
        if (!guard)
            return;
    }
    if (lines.isOverlong())
        lose(State::Lost,
             AdminClient::tr("relayd at %1 sent a line longer than its own limit; the connection was given up.")
                 .arg(path));
}

void AdminClient::Private::takeLine(const QByteArray &line)
{
    if (admin::isComment(line))
        return;
    const auto message = admin::parseServerLine(line);
    if (!message) {
        lose(State::Lost, AdminClient::tr("What answers at %1 does not speak relay-admin/1.").arg(path));
        return;
    }
    if (const auto *response = std::get_if<admin::Response>(&*message))
        takeResponse(*response);
    else
        takeNotification(std::get<admin::Notification>(*message));
}

void AdminClient::Private::takeResponse(const admin::Response &response)
{
    if (response.id.isNull() || response.id.isUndefined()) {
        // An error that belongs to no call: the server is about to end the session and says why.
        lose(State::Refused,
             response.errorText.isEmpty() ? AdminClient::tr("relayd refused the session.") : response.errorText);
        return;
    }
    const auto found = pending.find(response.id.toInteger(-1));
    if (found == pending.end())
        return;
    const Callback callback = std::move(*found);
    pending.erase(found);
    if (callback)
        callback({ response.result, response.errorClass, response.errorText, response.errorData });
}

void AdminClient::Private::takeNotification(const admin::Notification &notification)
{
    if (notification.method == admin::notification::kHello) {
        // Answered when all that came with it is read: a server that is full says so at once and closes.
        greeting = notification.params;
        return;
    }
    Q_EMIT q->notified(notification.method, notification.params);
}

void AdminClient::Private::startSession(const QJsonObject &params)
{
    if (!params.value(QLatin1String("protocol")).toArray().contains(QJsonValue(QString(admin::kProtocol)))) {
        lose(State::Refused,
             AdminClient::tr("relayd at %1 speaks another version of the admin protocol; update relayd or this program.")
                 .arg(path));
        return;
    }
    hello = readHello(params);
    const QString name = QCoreApplication::applicationName();
    const QJsonObject client { { QStringLiteral("name"), name.isEmpty() ? QStringLiteral("relay") : name },
                               { QStringLiteral("version"), QStringLiteral(RELAY_VERSION) } };
    send(admin::method::kSessionOpen,
         { { QStringLiteral("protocol"), QString(admin::kProtocol) }, { QStringLiteral("client"), client } },
         [this](const Reply &reply) { sessionOpened(reply); });
}

void AdminClient::Private::sessionOpened(const Reply &reply)
{
    if (!reply.isOk()) {
        if (reply.errorClass != QLatin1String("Lost"))
            lose(State::Refused, reply.errorText);
        return;
    }
    const QString role = reply.result.toObject().value(QLatin1String("role")).toString();
    if (!role.isEmpty())
        hello.role = role;
    openingTimer.stop();
    backoff.reset();
    lastError.clear();
    pingAge.invalidate();
    pingTimer.start(timing.ping);
    const QPointer<AdminClient> guard(q);
    setState(State::Open);
    if (guard && state == State::Open)
        ping();
}

void AdminClient::Private::ping()
{
    if (pingAge.isValid()) {
        if (pingAge.elapsed() > timing.silence.count())
            lose(State::Lost, AdminClient::tr("relayd at %1 no longer answers.").arg(path));
        return;
    }
    pingAge.start();
    send(admin::method::kServerPing, {}, [this](const Reply &reply) {
        if (!reply.isOk())
            return;
        roundTripMs = double(pingAge.nsecsElapsed()) / 1e6;
        pingAge.invalidate();
        Q_EMIT q->roundTripMeasured(roundTripMs);
    });
}

void AdminClient::Private::lose(State next, const QString &why)
{
    transport->abort();
    greeting.reset();
    pingTimer.stop();
    openingTimer.stop();
    lines.clear();
    roundTripMs = -1;
    lastError = why;
    if (keepTrying) {
        const double chance = QRandomGenerator::global()->generateDouble();
        const auto wait = next == State::Refused ? 10000ms : backoff.next(chance); // a refusal does not heal by itself
        if (next == State::Refused)
            (void)backoff.next(chance);
        retryTimer.start(std::chrono::milliseconds(qint64(double(wait.count()) * timing.backoffScale)));
    }
    const QPointer<AdminClient> guard(q);
    setState(next);
    if (guard)
        failPending();
}

void AdminClient::Private::failPending()
{
    const auto lost = std::exchange(pending, {});
    const Reply reply { {}, QStringLiteral("Lost"), lastError };
    const QPointer<AdminClient> guard(q);
    for (const Callback &callback : lost) {
        if (callback)
            callback(reply);
        if (!guard)
            return;
    }
}

void AdminClient::Private::send(const QString &method, const QJsonObject &params, Callback callback)
{
    const qint64 id = ++lastCallId;
    pending.insert(id, std::move(callback));
    transport->send(admin::requestLine(id, method, params));
}

AdminClient::AdminClient(QObject *parent)
    : AdminClient(std::make_unique<LocalTransport>(), ClientTiming {}, parent)
{
}

AdminClient::AdminClient(std::unique_ptr<Transport> transport, const ClientTiming &timing, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(transport), timing))
{
    d->wire();
}

AdminClient::~AdminClient()
{
    d->transport->disconnect(this);
    d->transport->abort();
    if (d->entered > 0)
        d->transport.release()->deleteLater();
}

void AdminClient::connectToServer(const QString &socketPath, bool keepTrying)
{
    disconnectFromServer();
    d->askedPath = socketPath;
    d->keepTrying = keepTrying;
    d->open();
}

void AdminClient::disconnectFromServer()
{
    d->keepTrying = false;
    d->retryTimer.stop();
    d->backoff.reset();
    if (d->state != State::Idle)
        d->lose(State::Idle, {});
}

void AdminClient::retryNow()
{
    if (d->retryTimer.isActive())
        d->open();
}

AdminClient::State AdminClient::state() const
{
    return d->state;
}

QString AdminClient::socketPath() const
{
    return d->path;
}

QString AdminClient::lastError() const
{
    return d->lastError;
}

std::chrono::milliseconds AdminClient::nextTryIn() const
{
    return d->retryTimer.isActive() ? d->retryTimer.remainingTimeAsDuration() : 0ms;
}

int AdminClient::attempt() const
{
    return d->backoff.tries();
}

const ServerHello &AdminClient::hello() const
{
    return d->hello;
}

double AdminClient::roundTripMs() const
{
    return d->roundTripMs;
}

void AdminClient::call(const QString &method, const QJsonObject &params, Callback callback)
{
    if (d->state == State::Open) {
        d->send(method, params, std::move(callback));
        return;
    }
    const Reply reply { {},
                        QStringLiteral("Lost"),
                        d->lastError.isEmpty() ? AdminClient::tr("There is no connection to relayd.") : d->lastError };
    QMetaObject::invokeMethod(
        this,
        [callback = std::move(callback), reply] {
            if (callback)
                callback(reply);
        },
        Qt::QueuedConnection);
}

} // namespace relay::client

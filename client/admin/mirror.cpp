// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/mirror.h"

#include "client/admin/picture.h"
#include "client/admin/requestkey.h"
#include "client/admin/streamcursor.h"
#include "common/admin/protocol.h"

#include <QDateTime>
#include <QJsonArray>
#include <QPointer>

#include <array>
#include <utility>

namespace relay::client {

namespace {

constexpr int kIdsPerKick = 500; // keeps a call well below the line limit

//! One subscription: what it is called on the wire, and how far it is.
struct Subscription
{
    QString stream;
    int intervalMs;
    std::unique_ptr<Feed> feed;
    StreamCursor cursor;
    ConnectionChanges changes; //!< of an update whose later parts are still to come
};

enum Index { Facts, Numbers, Topics, TotalsRow, Count };

QVector<quint64> readIds(const QJsonValue &value)
{
    QVector<quint64> ids;
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items)
        ids << quint64(item.toInteger());
    return ids;
}

//! Collects the answers of the parts of one kick.
struct KickJob
{
    KickResult result;
    int waiting = 0;
    std::function<void(const KickResult &)> done;
};

} // namespace

struct Mirror::Private
{
    Private(Mirror *owner, AdminClient &link)
        : q(owner)
        , client(link)
        , subscriptions { Subscription { QString(admin::stream::kConnections), 250, makeFactsFeed(), {}, {} },
                          Subscription { QString(admin::stream::kConnectionsStats), 250, makeNumbersFeed(), {}, {} },
                          Subscription { QString(admin::stream::kTopics), 1000, makeTopicsFeed(), {}, {} },
                          Subscription { QString(admin::stream::kTotals), 1000, makeTotalsFeed(), {}, {} } }
    {
    }

    Mirror *q;
    AdminClient &client;
    std::array<Subscription, Count> subscriptions;
    Picture shown; //!< what users see; survives a lost link
    Picture next;  //!< what is being put together after a connect
    bool isLive = false;
    qint64 asOf = 0;

    Picture &target() { return isLive ? shown : next; }
    void followState(AdminClient::State state);
    void subscribe(Subscription &subscription);
    void take(const QString &method, const QJsonObject &params);
    void takeSnapshot(Subscription &subscription, const QJsonObject &params);
    void takeDelta(Subscription &subscription, const QJsonObject &params);
    void snapshotEnded(Subscription &subscription);
    void announce(Subscription &subscription);
    void resync(Subscription &subscription);
    void setLive(bool live);
};

void Mirror::Private::followState(AdminClient::State state)
{
    if (state != AdminClient::State::Open) {
        setLive(false);
        return;
    }
    next = {};
    for (Subscription &subscription : subscriptions)
        subscribe(subscription);
}

void Mirror::Private::setLive(bool live)
{
    if (std::exchange(isLive, live) != live)
        Q_EMIT q->staleChanged(!live);
}

void Mirror::Private::subscribe(Subscription &subscription)
{
    subscription.cursor.reset();
    subscription.changes = {};
    const QJsonObject params { { QStringLiteral("sub"), subscription.stream },
                               { QStringLiteral("stream"), subscription.stream },
                               { QStringLiteral("intervalMs"), subscription.intervalMs } };
    client.call(admin::method::kSubscribe, params, {});
}

void Mirror::Private::take(const QString &method, const QJsonObject &params)
{
    const bool isSnapshot = method == admin::notification::kSnapshot;
    if (!isSnapshot && method != admin::notification::kDelta)
        return;
    const QString name = params.value(QLatin1String("sub")).toString();
    for (Subscription &subscription : subscriptions) {
        if (subscription.stream != name)
            continue;
        if (isSnapshot)
            takeSnapshot(subscription, params);
        else
            takeDelta(subscription, params);
        return;
    }
}

void Mirror::Private::takeSnapshot(Subscription &subscription, const QJsonObject &params)
{
    switch (subscription.cursor.onSnapshot(params)) {
    case StreamCursor::Step::Begin:
        subscription.feed->setColumns(readColumns(params.value(QLatin1String("columns"))));
        subscription.feed->begin();
        subscription.changes = {};
        [[fallthrough]];
    case StreamCursor::Step::Continue:
        subscription.feed->collect(params.value(QLatin1String("rows")).toArray());
        if (subscription.cursor.isComplete())
            snapshotEnded(subscription);
        return;
    case StreamCursor::Step::Resync: resync(subscription); return;
    default: return;
    }
}

void Mirror::Private::snapshotEnded(Subscription &subscription)
{
    subscription.feed->commit(target());
    if (!isLive) {
        for (const Subscription &each : subscriptions) {
            if (!each.cursor.isComplete())
                return;
        }
        shown = std::exchange(next, {});
    }
    asOf = QDateTime::currentMSecsSinceEpoch();
    const QPointer<Mirror> guard(q);
    setLive(true);
    if (guard)
        Q_EMIT q->wasReset();
}

void Mirror::Private::takeDelta(Subscription &subscription, const QJsonObject &params)
{
    switch (subscription.cursor.onDelta(params)) {
    case StreamCursor::Step::Update:
        subscription.feed->update(params.value(QLatin1String("set")).toArray(),
                                  params.value(QLatin1String("del")).toArray(), target(), subscription.changes);
        if (!params.value(QLatin1String("more")).toBool())
            announce(subscription);
        return;
    case StreamCursor::Step::Resync: resync(subscription); return;
    default: return;
    }
}

void Mirror::Private::announce(Subscription &subscription)
{
    ConnectionChanges changes = std::exchange(subscription.changes, {});
    if (!isLive)
        return;
    asOf = QDateTime::currentMSecsSinceEpoch();
    if (&subscription == &subscriptions[Topics]) {
        Q_EMIT q->topicsChanged();
    } else if (&subscription == &subscriptions[TotalsRow]) {
        Q_EMIT q->totalsChanged();
    } else if (!changes.isEmpty()) {
        changes.sort();
        Q_EMIT q->connectionsChanged(changes.added, changes.changed, changes.removed);
    }
}

void Mirror::Private::resync(Subscription &subscription)
{
    client.call(admin::method::kResync, { { QStringLiteral("sub"), subscription.stream } }, {});
}

Mirror::Mirror(AdminClient &client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client))
{
    connect(&client, &AdminClient::stateChanged, this, [this](AdminClient::State state) { d->followState(state); });
    connect(&client, &AdminClient::notified, this,
            [this](const QString &method, const QJsonObject &params) { d->take(method, params); });
    if (client.state() == AdminClient::State::Open)
        d->followState(AdminClient::State::Open);
}

Mirror::~Mirror() = default;

const QHash<quint64, Connection> &Mirror::connections() const
{
    return d->shown.connections;
}

const QHash<QString, Topic> &Mirror::topics() const
{
    return d->shown.topics;
}

const Totals &Mirror::totals() const
{
    return d->shown.totals;
}

bool Mirror::isStale() const
{
    return !d->isLive;
}

qint64 Mirror::asOf() const
{
    return d->asOf;
}

void Mirror::kick(const QVector<quint64> &ids, const QString &reason, std::function<void(const KickResult &)> done)
{
    const auto job = std::make_shared<KickJob>();
    job->done = std::move(done);
    job->waiting = int((ids.size() + kIdsPerKick - 1) / kIdsPerKick);
    for (qsizetype first = 0; first < ids.size(); first += kIdsPerKick) {
        QJsonArray part;
        for (qsizetype i = first; i < qMin(first + kIdsPerKick, ids.size()); ++i)
            part.append(qint64(ids[i]));
        const QJsonObject params { { QStringLiteral("ids"), part },
                                   { QStringLiteral("reason"), reason },
                                   { QStringLiteral("requestKey"), newRequestKey() } };
        d->client.call(admin::method::kConnectionsKick, params, [job](const Reply &reply) {
            const QJsonObject result = reply.result.toObject();
            job->result.kicked += readIds(result.value(QLatin1String("kicked")));
            job->result.gone += readIds(result.value(QLatin1String("gone")));
            if (!reply.isOk())
                job->result.errorText = reply.errorText;
            if (--job->waiting == 0 && job->done)
                job->done(job->result);
        });
    }
    if (ids.isEmpty() && job->done)
        job->done(job->result);
}

} // namespace relay::client

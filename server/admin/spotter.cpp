// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/spotter.h"

#include "common/format/quantity.h"

#include <utility>

namespace relay::admin {

namespace {

constexpr double kNear = 0.9;     // of a limit
constexpr double kFarAgain = 0.8; // and no longer near below this
constexpr double kLateMs = 250;   // a worker that comes so late makes a pause that people notice
constexpr double kInTimeMs = 100;
constexpr std::int64_t kRefusalsTogetherMs = 60'000;
constexpr std::int64_t kDay = 24LL * 3600 * 1000;
constexpr std::int64_t kCertificateDays = 14; // what most renewals leave at the least

QString utf8(const QByteArray &text)
{
    return QString::fromUtf8(text);
}

} // namespace

Spotter::Spotter(stats::Ledger &ledger, EventLog &events, MomentClock clock)
    : m_ledger(ledger)
    , m_events(events)
    , m_clock(std::move(clock))
{
    m_ledger.addListener(this);
}

Spotter::~Spotter()
{
    m_ledger.removeListener(this);
}

QJsonObject Spotter::about(stats::ConnectionId id) const
{
    QJsonObject data { { QStringLiteral("connection"), qint64(id) } };
    if (const stats::ConnectionEntry *entry = m_ledger.find(id)) {
        data.insert(QStringLiteral("topic"), utf8(entry->facts.topic));
        data.insert(QStringLiteral("address"), entry->facts.address);
    }
    return data;
}

void Spotter::connectionOpened(stats::ConnectionId id)
{
    const stats::ConnectionEntry *entry = m_ledger.find(id);
    const stats::TopicEntry *topic = entry ? m_ledger.findTopic(entry->facts.topic) : nullptr;
    if (!topic || topic->members.size() != 1)
        return;
    m_events.noteMany({ .code = QLatin1String("topic-opened"),
                        .text = QStringLiteral("topic %1 opened").arg(utf8(topic->id)),
                        .data = { { QStringLiteral("topic"), utf8(topic->id) } } },
                      QStringLiteral("%1 topics opened"));
}

void Spotter::topicGone(const QByteArray &topic)
{
    m_events.noteMany({ .code = QLatin1String("topic-closed"),
                        .text = QStringLiteral("topic %1 closed: nobody is on it any more").arg(utf8(topic)),
                        .data = { { QStringLiteral("topic"), utf8(topic) } } },
                      QStringLiteral("%1 topics closed"));
}

void Spotter::connectionClosed(stats::ConnectionId id)
{
    m_episodes.erase(id); // that it closed is in connections.closed
}

void Spotter::messagesDropped(stats::ConnectionId id, std::uint64_t count)
{
    const auto [episode, isNew] = m_episodes.try_emplace(id, Episode { m_clock().steady, 0 });
    if (std::exchange(episode->second.dropped, episode->second.dropped + count) > 0)
        return;
    const QJsonObject data = about(id);
    m_events.noteMany({ .level = EventLevel::Warning,
                        .code = QLatin1String("dropping"),
                        .text = QStringLiteral("connection %1 on %2 loses messages: it reads too slowly")
                                    .arg(id)
                                    .arg(data.value(QLatin1String("topic")).toString()),
                        .data = data },
                      QStringLiteral("%1 connections lose messages: they read too slowly"));
}

void Spotter::slownessChanged(stats::ConnectionId id, bool isSlow)
{
    const std::int64_t now = m_clock().steady;
    const QJsonObject facts = about(id);
    const QString topic = facts.value(QLatin1String("topic")).toString();
    if (isSlow) {
        if (!m_episodes.try_emplace(id, Episode { now, 0 }).second)
            return; // told as dropping
        m_events.noteMany({ .level = EventLevel::Warning,
                            .code = QLatin1String("slow-reader"),
                            .text = QStringLiteral("connection %1 on %2 reads slowly").arg(id).arg(topic),
                            .data = facts },
                          QStringLiteral("%1 connections read slowly"));
        return;
    }
    const auto found = m_episodes.find(id);
    if (found == m_episodes.end())
        return;
    const Episode episode = found->second;
    m_episodes.erase(found);
    QJsonObject data = facts;
    data.insert(QStringLiteral("forMs"), qint64(now - episode.since));
    data.insert(QStringLiteral("dropped"), qint64(episode.dropped));
    m_events.noteMany({ .code = QLatin1String("recovered"),
                        .text = QStringLiteral("connection %1 on %2 keeps up again, after %3 and %4 lost messages")
                                    .arg(id)
                                    .arg(topic, format::age(std::chrono::milliseconds(now - episode.since)))
                                    .arg(episode.dropped),
                        .data = data },
                      QStringLiteral("%1 connections keep up again"));
}

void Spotter::look(const Vitals &vitals)
{
    lookAtRefusals(vitals);
    lookAtLimits(vitals);
    lookAtCertificate(vitals);
    m_hasLooked = true;
}

void Spotter::lookAtRefusals(const Vitals &vitals)
{
    const std::int64_t now = m_clock().steady;
    for (const auto &[reason, count] : vitals.refusals) {
        Refusals &known = m_refusals[reason];
        if (!m_hasLooked)
            known.told = count;
        // The first at once, the others together: who is refused again and again must not drive all else from the list.
        if (count <= known.told || (known.toldAt != 0 && now - known.toldAt < kRefusalsTogetherMs))
            continue;
        const QString why = utf8(reason).replace(QLatin1Char('_'), QLatin1Char(' '));
        const std::uint64_t number = count - std::exchange(known.told, count);
        known.toldAt = now;
        m_events.note(
            { .level = EventLevel::Warning,
              .code = QLatin1String("refused"),
              .text = QStringLiteral("%1 refused: %2").arg(number).arg(why),
              .data = { { QStringLiteral("reason"), utf8(reason) }, { QStringLiteral("count"), qint64(number) } } });
    }
}

void Spotter::noteLimit(Limit &limit, QLatin1String code, double share, const QString &what, QJsonObject data)
{
    const bool isNear = share >= (limit.isNear ? kFarAgain : kNear);
    if (std::exchange(limit.isNear, isNear) == isNear)
        return;
    data.insert(QStringLiteral("share"), int(share * 100));
    data.insert(QStringLiteral("isNear"), isNear);
    m_events.note({ .level = isNear ? EventLevel::Warning : EventLevel::Info,
                    .code = code,
                    .text = isNear ? what : what + QStringLiteral(", which is well again"),
                    .data = std::move(data) });
}

void Spotter::lookAtLimits(const Vitals &vitals)
{
    if (vitals.maxConnections > 0) {
        const auto count = m_ledger.connections().size();
        noteLimit(m_connections, QLatin1String("descriptor-limit"), double(count) / vitals.maxConnections,
                  QStringLiteral("%1 of %2 connections are in use").arg(count).arg(vitals.maxConnections),
                  { { QStringLiteral("connections"), qint64(count) },
                    { QStringLiteral("maxConnections"), qint64(vitals.maxConnections) } });
    }
    if (vitals.memoryLimit > 0)
        noteLimit(m_memory, QLatin1String("memory-limit"), double(vitals.residentBytes) / double(vitals.memoryLimit),
                  QStringLiteral("relayd has %1 of the %2 of memory that it may use")
                      .arg(format::bytes(qint64(vitals.residentBytes)), format::bytes(qint64(vitals.memoryLimit))),
                  { { QStringLiteral("residentBytes"), qint64(vitals.residentBytes) },
                    { QStringLiteral("memoryLimit"), qint64(vitals.memoryLimit) } });
    const double late = m_ledger.totals().loopLagMs;
    const bool isLate = late >= (m_isLate ? kInTimeMs : kLateMs);
    if (std::exchange(m_isLate, isLate) != isLate)
        m_events.note({ .level = isLate ? EventLevel::Warning : EventLevel::Info,
                        .code = QLatin1String("loop-lag"),
                        .text = isLate ? QStringLiteral("a worker came %1 ms late").arg(int(late))
                                       : QStringLiteral("the workers are in time again"),
                        .data = { { QStringLiteral("loopLagMs"), int(late) }, { QStringLiteral("isLate"), isLate } } });
}

void Spotter::lookAtCertificate(const Vitals &vitals)
{
    const std::int64_t now = m_clock().wall;
    const std::int64_t day = now / kDay;
    const std::int64_t end = vitals.certificateEndsAt;
    const bool isOther = std::exchange(m_certificate, end) != end;
    if (end == 0 || (!isOther && std::exchange(m_certificateDay, day) == day))
        return;
    m_certificateDay = day;
    const std::int64_t days = (end - now) / kDay;
    if (days >= kCertificateDays)
        return;
    const bool isOver = end <= now;
    m_events.note({ .level = isOver ? EventLevel::Error : EventLevel::Warning,
                    .code = QLatin1String("certificate"),
                    .text = isOver ? QStringLiteral("the TLS certificate has ended: renew it and reload")
                                   : QStringLiteral("the TLS certificate ends in %1 days").arg(days),
                    .data = { { QStringLiteral("endsAt"), qint64(end) },
                              { QStringLiteral("days"), qint64(days) },
                              { QStringLiteral("isOver"), isOver } } });
}

} // namespace relay::admin

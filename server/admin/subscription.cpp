// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/subscription.h"

#include <utility>

namespace relay::admin {

namespace {

constexpr std::int64_t kEarly = 60; // ms; the caller's ticks are not exact, and a missed one would double the interval

} // namespace

Subscription::Subscription(Setup setup, std::unique_ptr<Source> source)
    : m_setup(std::move(setup))
    , m_source(std::move(source))
{
}

void Subscription::restart()
{
    m_source->restart();
    m_part = 0;
    m_hasMore = false;
}

std::optional<QByteArray> Subscription::next(const Moment &now)
{
    if (m_part >= 0)
        return snapshotPart(now);
    if (!m_source->hasChanges())
        return std::nullopt;
    if (!m_hasMore && now.steady - m_sentAt < m_setup.interval.count() - kEarly)
        return std::nullopt;
    return delta(now);
}

void Subscription::writeAnswer(JsonWriter &out) const
{
    out.key("epoch");
    out.text(m_setup.epoch);
    out.key("intervalMs");
    out.number(std::int64_t { m_setup.interval.count() });
    out.key("columns");
    m_source->writeColumns(out);
}

void Subscription::beginMessage(JsonWriter &out, QByteArrayView method, const Moment &now)
{
    beginNotice(out, method, "sub", m_setup.name);
    out.key("epoch");
    out.text(m_setup.epoch);
    if (m_part != 0) {
        out.key("prev");
        out.number(m_seq);
    }
    out.key("seq");
    out.number(++m_seq);
    out.key("at");
    out.number(now.wall);
}

QByteArray Subscription::snapshotPart(const Moment &now)
{
    JsonWriter rows;
    rows.beginArray();
    const bool more = m_source->writePart(rows);
    rows.endArray();

    JsonWriter out;
    beginMessage(out, "snapshot", now);
    out.key("part");
    out.number(m_part);
    if (m_part == 0) {
        out.key("columns");
        m_source->writeColumns(out);
    }
    out.key("rows");
    out.raw(rows.bytes());
    out.key("more");
    out.boolean(more);
    m_part = more ? m_part + 1 : -1;
    m_sentAt = now.steady;
    return endNotice(out);
}

QByteArray Subscription::delta(const Moment &now)
{
    JsonWriter set;
    JsonWriter removed;
    set.beginArray();
    removed.beginArray();
    const bool isFirst = !std::exchange(m_hasMore, m_source->writeChanges(set, removed));
    set.endArray();
    removed.endArray();

    JsonWriter out;
    beginMessage(out, "delta", now);
    out.key("set");
    out.raw(set.bytes());
    out.key("del");
    out.raw(removed.bytes());
    out.key("more");
    out.boolean(m_hasMore);
    if (isFirst)
        m_sentAt = now.steady;
    return endNotice(out);
}

} // namespace relay::admin

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/taprows.h"

#include "common/admin/acts.h"

#include <utility>

namespace relay::admin {

namespace {

QByteArray rowOf(const OpenTap &tap)
{
    JsonWriter out;
    writeTapRow(out, tap);
    return out.take();
}

} // namespace

void writeTapNames(JsonWriter &out)
{
    out.beginArray();
    for (const QLatin1String name : columns::kTaps)
        out.utf8(QByteArrayView(name.data(), name.size()));
    out.endArray();
}

void writeTapRow(JsonWriter &out, const OpenTap &tap)
{
    out.beginArray();
    out.number(tap.id);
    out.text(tap.by.user);
    out.number(std::int64_t { tap.by.credentials.uid });
    out.text(tap.target());
    out.text(QString(tap.direction()));
    out.number(tap.openedAt);
    out.number(tap.endsAt);
    out.number(tap.messages);
    out.endArray();
}

bool TapSource::writePart(JsonWriter &rows)
{
    for (const auto &[id, tap] : m_desk.all()) {
        m_told[id] = rowOf(tap);
        rows.raw(m_told[id]);
    }
    return false;
}

bool TapSource::hasChanges() const
{
    if (m_told.size() != m_desk.all().size())
        return true;
    for (const auto &[id, tap] : m_desk.all()) {
        const auto told = m_told.find(id);
        if (told == m_told.end() || told->second != rowOf(tap))
            return true;
    }
    return false;
}

bool TapSource::writeChanges(JsonWriter &set, JsonWriter &removed)
{
    std::map<stats::TapId, QByteArray> now;
    for (const auto &[id, tap] : m_desk.all()) {
        const QByteArray row = rowOf(tap);
        const auto told = m_told.find(id);
        if (told == m_told.end() || told->second != row)
            set.raw(row);
        now.emplace(id, row);
    }
    for (const auto &[id, row] : m_told) {
        if (!now.contains(id))
            removed.number(id);
    }
    m_told = std::move(now);
    return false;
}

} // namespace relay::admin

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/kickdesk.h"

#include "common/admin/jsonwriter.h"

#include <QLoggingCategory>

#include <algorithm>

namespace relay::admin {

namespace {

Q_LOGGING_CATEGORY(lcAudit, "relay.admin.audit")

constexpr std::size_t kRemembered = 256;

void writeIds(JsonWriter &out, QByteArrayView key, const std::vector<stats::ConnectionId> &ids)
{
    out.key(key);
    out.beginArray();
    for (const stats::ConnectionId id : ids)
        out.number(std::uint64_t { id });
    out.endArray();
}

QByteArray resultOf(const KickOutcome &outcome)
{
    JsonWriter out;
    out.beginObject();
    writeIds(out, "kicked", outcome.kicked);
    writeIds(out, "gone", outcome.gone);
    if (!outcome.unanswered.empty())
        writeIds(out, "unanswered", outcome.unanswered);
    out.endObject();
    return out.take();
}

void writeAudit(const Identity &who, const KickDesk::Order &order, const QByteArray &result)
{
    qCInfo(lcAudit, "kick by %s (uid %d, pid %d), reason \"%s\": %s", qUtf8Printable(who.user),
           int(who.credentials.uid), int(who.credentials.pid), qUtf8Printable(order.reason), result.constData());
}

} // namespace

KickDesk::KickDesk(Kicker &kicker)
    : m_kicker(kicker)
{
}

void KickDesk::take(const Identity &who, const Order &order, Answer answer)
{
    const uid_t user = who.credentials.uid;
    if (const Remembered *known = find(user, order.requestKey)) {
        if (known->result.isEmpty())
            answer(Error { ErrorClass::Conflict, QStringLiteral("A kick with this requestKey is still under way.") });
        else
            answer(known->result);
        return;
    }
    if (!order.requestKey.isEmpty()) {
        m_remembered.push_back({ user, order.requestKey, {} });
        if (m_remembered.size() > kRemembered)
            m_remembered.pop_front();
    }
    m_kicker.kick(order.ids, closeReason(order.reason),
                  [this, who, order, answer = std::move(answer)](const KickOutcome &outcome) {
                      const QByteArray result = resultOf(outcome);
                      writeAudit(who, order, result);
                      if (Remembered *entry = find(who.credentials.uid, order.requestKey))
                          entry->result = result;
                      answer(result);
                  });
}

KickDesk::Remembered *KickDesk::find(uid_t user, const QString &key)
{
    if (key.isEmpty())
        return nullptr;
    const auto found = std::find_if(m_remembered.begin(), m_remembered.end(),
                                    [&](const Remembered &entry) { return entry.user == user && entry.key == key; });
    return found == m_remembered.end() ? nullptr : &*found;
}

} // namespace relay::admin

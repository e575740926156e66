// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/tap/faketaps.h"

#include "tests/gui/tap/tspackets.h"

#include <QDateTime>

#include <utility>

namespace relay::tests {

std::optional<FakeDenyList::Outcome> FakeTaps::answer(const admin::Request &request)
{
    const QString tap = request.params.value(QLatin1String("tap")).toString();
    if (request.method == QLatin1String("tap.close")) {
        m_open.remove(tap);
        return QByteArray("{}");
    }
    if (request.method != QLatin1String("tap.open"))
        return std::nullopt;
    if (!m_refusal.isEmpty())
        return admin::Error { admin::ErrorClass::NotPermitted, m_refusal };
    m_open.insert(tap, request.params);
    const qint64 endsAt
        = QDateTime::currentMSecsSinceEpoch() + request.params.value(QLatin1String("maxSeconds")).toInt() * 1000;
    return admin::toJson(QJsonObject { { QStringLiteral("tap"), tap }, { QStringLiteral("endsAt"), endsAt } });
}

void FakeTaps::send(const Sent &message)
{
    ++m_number;
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        if (!isMeant(*it))
            continue;
        const bool isHeads = it->value(QLatin1String("form")).toString() == QLatin1String("mpegts");
        const int room = it->value(QLatin1String("previewBytes")).toInt(256);
        const QByteArray preview = (isHeads ? headsOf(message.bytes) : message.bytes).left(room);
        m_server.tell(QStringLiteral("tap.data"),
                      { { QStringLiteral("tap"), it.key() },
                        { QStringLiteral("n"), qint64(m_number) },
                        { QStringLiteral("at"), message.at },
                        { QStringLiteral("conn"), 1 },
                        { QStringLiteral("dir"), QStringLiteral("in") },
                        { QStringLiteral("size"), message.bytes.size() },
                        { QStringLiteral("kind"), message.isText ? QStringLiteral("text") : QStringLiteral("binary") },
                        { QStringLiteral("form"), isHeads ? QStringLiteral("mpegts") : QStringLiteral("bytes") },
                        { QStringLiteral("preview"), QString::fromLatin1(preview.toBase64()) },
                        { QStringLiteral("lost"), qint64(message.lost) } });
    }
}

bool FakeTaps::isMeant(const QJsonObject &params) const
{
    QString topic = params.value(QLatin1String("topic")).toString();
    if (params.contains(QLatin1String("connection")))
        topic
            = m_server.world().connections().value(quint64(params.value(QLatin1String("connection")).toInteger())).topic;
    return m_only.isEmpty() || topic.contains(m_only);
}

void FakeTaps::sendWhere(const QString &kind, const std::function<void()> &send)
{
    m_only = kind;
    send();
    m_only.clear();
}

void FakeTaps::end(const QString &reason)
{
    const auto taps = std::exchange(m_open, {});
    for (auto it = taps.cbegin(); it != taps.cend(); ++it)
        m_server.tell(QStringLiteral("tap.end"),
                      { { QStringLiteral("tap"), it.key() }, { QStringLiteral("reason"), reason } });
}

} // namespace relay::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/app/actscene.h"

#include "tests/gui/tap/tspackets.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRandomGenerator>

namespace relay::tests {

namespace {

constexpr int kFrames = 6; // in a quarter of a second
constexpr int kMap = 0x1000;
constexpr int kVideo = 0x100;
constexpr int kAudio = 0x101;

QJsonArray denial(const char *id, const char *what, qint64 forMs, const char *by, const char *reason)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    return { QString::fromLatin1(id), QString::fromLatin1(what), now + forMs,
             now - 600'000,           QString::fromLatin1(by),   QString::fromLatin1(reason) };
}

QJsonObject rule(const char *metric, double threshold, qint64 forMs, bool isEnabled = true)
{
    const QString name = QString::fromLatin1(metric);
    const bool isBelow = name == QLatin1String("certificateDays");
    return { { QStringLiteral("id"), name },
             { QStringLiteral("metric"), name },
             { isBelow ? QStringLiteral("below") : QStringLiteral("above"), threshold },
             { QStringLiteral("forMs"), forMs },
             { QStringLiteral("enabled"), isEnabled } };
}

} // namespace

ActScene::ActScene(FakeAdminServer &server)
    : m_server(server)
    , m_taps(server)
    , m_denials { denial("cq3v8l2k1b0c", "booking", 1'122'000, "anna", "no show"),
                  denial("address:203.0.113.0/24", "address", 3'400'000, "ben", "scanner"),
                  denial("subject:guest-17", "subject", 90'000'000, "anna", "") }
{
    server.setFeatures({ QStringLiteral("jobs"), QStringLiteral("hold"), QStringLiteral("undo"), QStringLiteral("taps"),
                         QStringLiteral("drain"), QStringLiteral("alerts") });
    server.setAnswerer([this](const admin::Request &request) { return answer(request); });
    showTaps();
}

std::optional<FakeDenyList::Outcome> ActScene::answer(const admin::Request &request)
{
    if (const auto outcome = m_taps.answer(request)) {
        showTaps();
        return outcome;
    }
    const auto object = [](const QJsonObject &value) { return FakeDenyList::Outcome(admin::toJson(value)); };
    const QString &method = request.method;
    if (method == QLatin1String("subscribe")) {
        const QString stream = request.params.value(QLatin1String("stream")).toString();
        if (stream == QLatin1String("jobs") || stream == QLatin1String("alerts"))
            return object({ { QStringLiteral("sub"), stream } });
        return std::nullopt;
    }
    if (method == QLatin1String("deny.list"))
        return object({ { QStringLiteral("columns"),
                          QJsonArray { QStringLiteral("id"), QStringLiteral("what"), QStringLiteral("until"),
                                       QStringLiteral("deniedAt"), QStringLiteral("by"), QStringLiteral("reason") } },
                        { QStringLiteral("rows"), m_denials } });
    if (method == QLatin1String("deny.add"))
        return object({ { QStringLiteral("undo"), QStringLiteral("u") },
                        { QStringLiteral("until"), QDateTime::currentMSecsSinceEpoch() + 3'600'000 },
                        { QStringLiteral("isDurable"), true } });
    if (method == QLatin1String("alerts.list"))
        return object({ { QStringLiteral("rules"),
                          QJsonArray { rule("slowReaders", 5, 10'000), rule("dropsPerSecond", 10, 5'000),
                                       rule("rttP95Ms", 200, 30'000), rule("loopLagMs", 50, 5'000),
                                       rule("connectionsShare", 90, 0), rule("outRate", 625e6, 30'000, false),
                                       rule("silentPublishers", 1, 60'000), rule("certificateDays", 14, 0),
                                       rule("memoryShare", 85, 10'000) } },
                        { QStringLiteral("active"),
                          QJsonArray { QJsonObject {
                              { QStringLiteral("id"), QStringLiteral("dropsPerSecond") },
                              { QStringLiteral("state"), QStringLiteral("raised") },
                              { QStringLiteral("value"), 33 },
                              { QStringLiteral("threshold"), 10 },
                              { QStringLiteral("since"), QDateTime::currentMSecsSinceEpoch() - 90'000 },
                              { QStringLiteral("text"), QStringLiteral("33 messages a second are dropped") } } } } });
    if (method == QLatin1String("action.undo") || method == QLatin1String("deny.remove"))
        return object({});
    return std::nullopt;
}

void ActScene::showTaps()
{
    QVector<QJsonArray> rows;
    int id = 0;
    for (const QJsonObject &open : m_taps.open()) {
        const QString target = open.contains(QLatin1String("topic"))
            ? QString(QStringLiteral("topic ") + open.value(QLatin1String("topic")).toString())
            : QStringLiteral("connection %1").arg(open.value(QLatin1String("connection")).toInteger());
        rows.append(QJsonArray { ++id, QStringLiteral("operator"), 1000, target, QStringLiteral("in"), 1, 2, 3 });
    }
    if (m_hasBen)
        rows.append(QJsonArray { 99, QStringLiteral("ben"), 1001, QStringLiteral("topic /out/spin35-st-video"),
                                 QStringLiteral("in"), 1, 2, 3 });
    m_server.setTable(QStringLiteral("taps"),
                      { QStringLiteral("id"), QStringLiteral("user"), QStringLiteral("uid"), QStringLiteral("target"),
                        QStringLiteral("direction"), QStringLiteral("openedAt"), QStringLiteral("endsAt"),
                        QStringLiteral("messages") },
                      rows);
}

void ActScene::showSomebodysTap()
{
    m_hasBen = true;
    showTaps();
}

void ActScene::startJob(int total)
{
    m_jobTotal = total;
}

void ActScene::sendVideo()
{
    for (int i = 0; i < kFrames; ++i, ++m_frame) {
        const bool isKey = m_frame % 13 == 0;
        QByteArray message;
        if (isKey)
            message += patPacket(kMap, m_frame / 13) + pmtPacket(kMap, kVideo, kAudio, m_frame / 13);
        const int packets = (isKey ? 24 : 11) + int(QRandomGenerator::global()->bounded(4));
        for (int packet = 0; packet < packets; ++packet)
            message += tsPacket(
                { .pid = kVideo, .counter = m_counter++, .isStart = packet == 0, .isKey = packet == 0 && isKey });
        m_audio += m_frame % 100 == 40 ? 2 : 1; // now and then one is missing
        message += tsPacket({ .pid = kAudio, .counter = m_audio, .isStart = true });
        message += tsPacket({ .pid = 0x1FFF });
        m_taps.send(
            { .bytes = message, .isText = false, .at = QDateTime::currentMSecsSinceEpoch() - (kFrames - i) * 40 });
    }
}

void ActScene::sendData()
{
    const double angle = 128.42 + m_frame % 7 * 0.11;
    const QJsonObject object { { QStringLiteral("time"), 1795348986.98 + m_frame * 0.04 },
                               { QStringLiteral("drive"),
                                 QJsonObject { { QStringLiteral("p"), 1.2 },
                                               { QStringLiteral("i"), 0.1 },
                                               { QStringLiteral("d"), 0 },
                                               { QStringLiteral("on"), true } } },
                               { QStringLiteral("angle"),
                                 QJsonObject { { QStringLiteral("value"), angle },
                                               { QStringLiteral("unit"), QStringLiteral("deg") } } },
                               { QStringLiteral("velocity"), -3.071 },
                               { QStringLiteral("mode"), QStringLiteral("pid") },
                               { QStringLiteral("error"), QJsonValue::Null } };
    for (int i = 0; i < 3; ++i)
        m_taps.send({ .bytes = QJsonDocument(object).toJson(QJsonDocument::Compact),
                      .at = QDateTime::currentMSecsSinceEpoch() - i * 20 });
}

void ActScene::tick()
{
    m_taps.sendWhere(QStringLiteral("video"), [this] { sendVideo(); });
    m_taps.sendWhere(QStringLiteral("data"), [this] { sendData(); });
    if (m_jobTotal == 0)
        return;
    m_jobDone = std::min(m_jobTotal, m_jobDone + 2);
    m_server.tell(QStringLiteral("job"),
                  { { QStringLiteral("sub"), QStringLiteral("jobs") },
                    { QStringLiteral("id"), 7 },
                    { QStringLiteral("kind"), QStringLiteral("kick") },
                    { QStringLiteral("by"), QStringLiteral("operator") },
                    { QStringLiteral("done"), m_jobDone },
                    { QStringLiteral("gone"), 1 },
                    { QStringLiteral("total"), m_jobTotal },
                    { QStringLiteral("state"), QStringLiteral("running") },
                    { QStringLiteral("endsInMs"), (m_jobTotal - m_jobDone) * 125 } });
}

} // namespace relay::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/app/recordscene.h"

#include "gui/app/recordpages.h"
#include "gui/models/recordfeed.h"

#include <QDateTime>
#include <QJsonDocument>

namespace relay::tests {

void fillRecords(gui::RecordPages &records)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    struct Told
    {
        int secondsAgo;
        const char *level;
        const char *code;
        QByteArray data;
    };
    const QVector<Told> all {
        { 400, "info", "started", R"("name":"relayd","version":"0.1.0","pid":4711)" },
        { 380, "info", "topic-opened", R"("topic":"/out/spin10-st-video","count":37)" },
        { 210, "info", "topic-opened", R"("topic":"/out/spin10-st-video","count":1)" },
        { 190, "warning", "refused", R"("reason":"wrong_topic","count":12)" },
        { 90, "info", "kick",
          R"("action":"connections.kick","user":"anna","target":"connection 17","targetKind":"connection","targetName":"17","reason":"maintenance at noon")" },
        { 80, "info", "kick",
          R"("job":3,"state":"done","kind":"kick","user":"anna","target":"booking cq3v8l2k","targetKind":"booking","targetName":"cq3v8l2k","done":5,"total":6,"gone":1)" },
        { 70, "warning", "descriptor-limit", R"("share":91,"isNear":true,"connections":9102,"maxConnections":10000)" },
        { 60, "warning", "alert-raised",
          R"("alert":"round-trip","metric":"rttP95Ms","isBelow":false,"isRuleChange":false,"value":241,"threshold":200)" },
        { 50, "warning", "certificate", R"("days":3,"isOver":false)" },
        { 40, "info", "tap",
          R"("tap":2,"user":"ben","topic":"/out/spin10-st-video","messages":200,"reason":"messages")" },
        { 25, "warning", "slow-reader", R"("connection":17,"topic":"/out/spin10-st-video","count":1)" },
        { 12, "error", "dropping", R"("connection":17,"topic":"/out/spin10-st-video","count":1)" },
        { 4, "info", "recovered",
          R"("connection":17,"topic":"/out/spin10-st-video","count":1,"forMs":21000,"dropped":311)" },
    };
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Told &told = all.at(i);
        records.model(gui::View::Events)
            .append({ gui::toRecord(client::Event { quint64(i + 1), now - told.secondsAgo * 1000LL,
                                                    QString::fromLatin1(told.level), QString::fromLatin1(told.code),
                                                    QStringLiteral("as relayd wrote it"),
                                                    QJsonDocument::fromJson('{' + told.data + '}').object() }) });
    }
    const QString video = QStringLiteral("/out/spin10-st-video");
    records.model(gui::View::Audit)
        .append({ gui::toRecord(client::AuditRecord {
                      1, now - 90'000, 1000, QStringLiteral("anna"), 4711, QStringLiteral("relay-dashboard"),
                      QStringLiteral("connections.kick"), QStringLiteral("connection 17"),
                      QStringLiteral("maintenance at noon"), QStringLiteral("{}"), false, QStringLiteral("connection"),
                      QStringLiteral("17") }),
                  gui::toRecord(client::AuditRecord { 2,
                                                      now - 30'000,
                                                      1001,
                                                      QStringLiteral("ben"),
                                                      4712,
                                                      QStringLiteral("relay admin"),
                                                      QStringLiteral("deny.add"),
                                                      QStringLiteral("booking cq3v8l2k"),
                                                      {},
                                                      QStringLiteral("refused, needs an operator"),
                                                      true,
                                                      QStringLiteral("booking"),
                                                      QStringLiteral("cq3v8l2k") }),
                  gui::toRecord(client::AuditRecord { 3,
                                                      now - 20'000,
                                                      1000,
                                                      QStringLiteral("anna"),
                                                      4711,
                                                      QStringLiteral("relay-dashboard"),
                                                      QStringLiteral("config.get"),
                                                      {},
                                                      {},
                                                      QStringLiteral("{}"),
                                                      false }) });
    int id = 100'000;
    for (const int code : { 1000, 1006, 4000, 4401, 4403, 4408, 1001, 1000 }) {
        client::ClosedConnection closed;
        closed.connection.id = quint64(++id);
        closed.connection.topic = video;
        closed.connection.kind = QStringLiteral("video");
        closed.connection.role = QStringLiteral("subscriber");
        closed.connection.address = QStringLiteral("203.0.113.%1:40000").arg(id % 200);
        closed.connection.bookingId = QStringLiteral("cq3v%1").arg(id);
        closed.connection.openedAt = now - 3'000'000 - id;
        closed.connection.outBytes = 400'000'000;
        closed.connection.dropped = code == 4408 ? 311 : 0;
        closed.closedAt = now - (100'010 - id) * 7'000LL;
        closed.code = code;
        closed.reason = code == 4000 ? QStringLiteral("maintenance at noon")
            : code == 4401           ? QStringLiteral("token expired")
                                     : QString();
        records.model(gui::View::Closed).append({ gui::toRecord(closed) });
    }
}

} // namespace relay::tests

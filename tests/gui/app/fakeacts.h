// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/client/support/fakeadminserver.h"

#include <QDateTime>
#include <QJsonArray>

namespace relay::tests {

//! What a made-up relayd answers to orders: as little as a window needs to go on.
struct FakeActs
{
    FakeAdminServer &server;
    QJsonArray denials = {}; //!< rows of deny.list
    QJsonArray rules = {};   //!< of the alerts
    int lastJob = 6;

    [[nodiscard]] std::optional<FakeDenyList::Outcome> answer(const admin::Request &request);
    //! Of a kick of 30; the first that is asked for here is number 7.
    void tellJob(const QString &state, int done, int gone, const QString &by = QStringLiteral("operator"),
                 int job = 7) const;
};

inline std::optional<FakeDenyList::Outcome> FakeActs::answer(const admin::Request &request)
{
    const auto object = [](const QJsonObject &value) { return FakeDenyList::Outcome(admin::toJson(value)); };
    const QString method = request.method;
    const QJsonObject &params = request.params;
    if (method == QLatin1String("subscribe")) {
        const QString stream = params.value(QLatin1String("stream")).toString();
        if (stream == QLatin1String("jobs") || stream == QLatin1String("alerts"))
            return object({ { QStringLiteral("sub"), stream } });
        return std::nullopt;
    }
    if (method == QLatin1String("connections.kick")) {
        const int count = int(params.value(QLatin1String("ids")).toArray().size());
        if (params.value(QLatin1String("dryRun")).toBool())
            return object({ { QStringLiteral("count"), count }, { QStringLiteral("topics"), 3 } });
        if (params.contains(QLatin1String("perSecond")))
            return object({ { QStringLiteral("job"), ++lastJob }, { QStringLiteral("total"), count } });
        return std::nullopt;
    }
    if (method == QLatin1String("deny.list"))
        return object({ { QStringLiteral("columns"),
                          QJsonArray { QStringLiteral("id"), QStringLiteral("what"), QStringLiteral("until"),
                                       QStringLiteral("deniedAt"), QStringLiteral("by"), QStringLiteral("reason") } },
                        { QStringLiteral("rows"), denials } });
    if (method == QLatin1String("deny.add"))
        return object({ { QStringLiteral("undo"), QStringLiteral("u%1").arg(server.callsOf(method)) },
                        { QStringLiteral("until"), qint64(1'900'000'000'000) },
                        { QStringLiteral("connections"), QJsonArray { 1 } },
                        { QStringLiteral("isDurable"), true } });
    if (method == QLatin1String("deny.remove")) {
        denials = {};
        return object({ { QStringLiteral("isDurable"), true } });
    }
    if (method == QLatin1String("tap.open"))
        return object({ { QStringLiteral("endsAt"), QDateTime::currentMSecsSinceEpoch() + 60'000 } });
    if (method == QLatin1String("alerts.set"))
        rules = params.value(QLatin1String("rules")).toArray();
    if (method == QLatin1String("alerts.list") || method == QLatin1String("alerts.set"))
        return object({ { QStringLiteral("rules"), rules }, { QStringLiteral("active"), QJsonArray() } });
    if (method == QLatin1String("server.drain"))
        return object({ { QStringLiteral("job"), 9 } });
    if (method == QLatin1String("action.undo") || method == QLatin1String("job.cancel")
        || method == QLatin1String("tap.close"))
        return object({});
    return std::nullopt;
}

inline void FakeActs::tellJob(const QString &state, int done, int gone, const QString &by, int job) const
{
    server.tell(QStringLiteral("job"),
                { { QStringLiteral("sub"), QStringLiteral("jobs") },
                  { QStringLiteral("id"), job },
                  { QStringLiteral("kind"), QStringLiteral("kick") },
                  { QStringLiteral("by"), by },
                  { QStringLiteral("done"), done },
                  { QStringLiteral("gone"), gone },
                  { QStringLiteral("total"), 30 },
                  { QStringLiteral("state"), state },
                  { QStringLiteral("endsInMs"), 4200 } });
}

} // namespace relay::tests

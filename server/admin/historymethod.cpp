// SPDX-License-Identifier: GPL-3.0-or-later
// stats.history: what was, of the totals and of topics.
#include "common/admin/figures.h"
#include "common/admin/jsonwriter.h"
#include "server/admin/chronicle.h"
#include "server/admin/methods.h"

#include <algorithm>
#include <cmath>

namespace relay::admin::calls {

namespace {

constexpr qsizetype kMostBytes = 240 * 1024; // of the 256 KiB of a line

void writeRow(JsonWriter &out, const stats::HistoryRow &row)
{
    if (!row.isKnown()) {
        out.raw("null");
        return;
    }
    out.beginArray();
    out.number(std::int64_t(std::llround(row.inRate)));
    out.number(std::int64_t(std::llround(row.outRate)));
    out.decimal(double(row.dropped));
    out.number(std::int64_t { row.connections });
    out.endArray();
}

void writeHistory(JsonWriter &out, const CallContext &context, const QString &series, std::size_t tier)
{
    const stats::History &history = context.chronicle.history();
    const auto rows = series == kTotalsSeries
        ? history.totals(tier, context.now)
        : history.topic(series.mid(kTopicSeries.size()).toUtf8(), tier, context.now);
    out.beginObject();
    out.key("series");
    out.text(series);
    out.key("range");
    out.text(QString(kHistoryTiers.at(tier).name));
    out.key("stepMs");
    out.number(kHistoryTiers.at(tier).stepMs);
    out.key("from");
    out.number(stats::HistorySeries::beginOf(tier, context.now));
    out.key("columns");
    out.raw(R"(["inRate","outRate","dropped","connections"])");
    out.key("rows");
    out.beginArray();
    for (const stats::HistoryRow &row : rows)
        writeRow(out, row);
    out.endArray();
    out.endObject();
}

std::optional<Error> wrongSeries(const QStringList &series)
{
    for (const QString &name : series) {
        if (name != kTotalsSeries && !(name.startsWith(kTopicSeries) && name.size() > kTopicSeries.size()))
            return Error { ErrorClass::InvalidParams,
                           QStringLiteral("There is no series \"%1\"; there are \"totals\" and \"topic:NAME\", such as "
                                          "\"topic:/out/demo\".")
                               .arg(name.left(100)) };
    }
    return std::nullopt;
}

} // namespace

Outcome statsHistory(const CallContext &context, Arguments &arguments)
{
    const bool isList = arguments.isList(QLatin1String("series"));
    const QStringList series = isList ? arguments.texts(QLatin1String("series"), kMaxSeries)
                                      : QStringList { arguments.name(QLatin1String("series"), 2048) };
    const QString range = arguments.name(QLatin1String("range"), 8);
    if (arguments.error())
        return *arguments.error();
    const auto tier = std::find_if(kHistoryTiers.begin(), kHistoryTiers.end(),
                                   [&](const HistoryTier &known) { return range == known.name; });
    if (tier == kHistoryTiers.end())
        return Error { ErrorClass::InvalidParams, QStringLiteral("\"range\" must be 5m, 1h or 24h.") };
    if (auto error = wrongSeries(series))
        return *std::move(error);
    JsonWriter out;
    if (isList) {
        out.beginObject();
        out.key("histories");
        out.beginArray();
    }
    for (const QString &name : series)
        writeHistory(out, context, name, std::size_t(tier - kHistoryTiers.begin()));
    if (isList) {
        out.endArray();
        out.endObject();
    }
    if (out.size() > kMostBytes)
        return Error { ErrorClass::LimitReached,
                       QStringLiteral("That is more than fits into a line; ask for fewer series "
                                      "at once.") };
    return out.take();
}

} // namespace relay::admin::calls

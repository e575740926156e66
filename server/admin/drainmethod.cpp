// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/acts.h"
#include "common/admin/jsonwriter.h"
#include "server/admin/drain.h"
#include "server/admin/methods.h"

namespace relay::admin::calls {

namespace {

Outcome startDrain(const CallContext &context, std::chrono::milliseconds deadline)
{
    const auto connections = context.ledger.connections().size();
    const auto started = context.drain->start(deadline, context.identity, { context.steady, context.now });
    if (const auto *error = std::get_if<Error>(&started))
        return *error;
    JsonWriter out;
    out.beginObject();
    out.key("job");
    out.number(std::get<JobId>(started));
    out.key("endsAt");
    out.number(context.now + deadline.count());
    out.key("connections");
    out.number(std::uint64_t { connections });
    out.endObject();
    return out.take();
}

} // namespace

void serverDrain(const CallContext &context, Arguments &arguments, Answer answer)
{
    constexpr QLatin1String kDeadline("deadlineMs");
    const bool cancels = arguments.flag(QLatin1String("cancel"), false);
    const auto deadline = arguments.integer(kDeadline, { 1000, std::chrono::milliseconds(kLongestDrain).count() },
                                            cancels ? std::optional(1000) : std::nullopt);
    (void)arguments.text(QLatin1String("reason"), 1024, QString()); // for the records
    if (arguments.error())
        return answer(*arguments.error());
    if (cancels && arguments.has(kDeadline))
        return answer(Error { ErrorClass::InvalidParams,
                              QStringLiteral("Give either \"deadlineMs\" or \"cancel\": true, not both.") });
    if (!cancels)
        return answer(startDrain(context, std::chrono::milliseconds(deadline)));
    if (const auto error = context.drain->cancel({ context.steady, context.now }))
        return answer(*error);
    answer(QByteArrayLiteral("{}"));
}

} // namespace relay::admin::calls

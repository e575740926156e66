// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/acts.h"
#include "server/admin/bookings.h"
#include "server/admin/jobs.h"
#include "server/admin/kicker.h"
#include "server/admin/kicktargets.h"

#include <optional>

namespace relay::admin::calls {

namespace {

constexpr std::size_t kMaxAtOnce = 10'000; // so that the answer fits into a line

//! How whom is kicked.
struct Manner
{
    QString reason;
    int perSecond = 0;               //!< 0: all at once
    std::chrono::seconds hold { 0 }; //!< 0: they may come back
};

QByteArray resultOf(const KickOutcome &outcome, int held)
{
    JsonWriter out;
    out.beginObject();
    writeIds(out, "kicked", outcome.kicked);
    writeIds(out, "gone", outcome.gone);
    if (!outcome.unanswered.empty())
        writeIds(out, "unanswered", outcome.unanswered);
    if (held > 0) {
        out.key("held");
        out.number(held);
    }
    out.endObject();
    return out.take();
}

QByteArray resultOf(const Job &job)
{
    JsonWriter out;
    out.beginObject();
    out.key("job");
    out.number(job.id);
    out.key("total");
    out.number(job.total);
    out.endObject();
    return out.take();
}

/*!
 * What a connection is held off. Of a shell it is the host, since its next leg has another name; nothing of the host's leg,
 * which follows its client, and whose address serves others too.
 */
std::optional<QByteArray> heldTopic(const stats::Facts &facts)
{
    if (!facts.shell || facts.shell->part == stats::ShellPart::Management)
        return facts.topic;
    if (facts.shell->part == stats::ShellPart::Host)
        return std::nullopt;
    return facts.topic.chopped(facts.shell->session.size() + 1);
}

//! Puts the holds of some connections in place, before they are closed.
std::function<int(const std::vector<stats::ConnectionId> &)> holder(const CallContext &context, const Manner &manner)
{
    if (manner.hold.count() == 0 || !context.denials)
        return [](const auto &) { return 0; };
    return [&ledger = context.ledger, desk = context.denials, length = manner.hold,
            note = DeniedBooking { {}, 0, context.now, context.identity.user, manner.reason }](
               const std::vector<stats::ConnectionId> &ids) {
        std::vector<access::Access::Held> held;
        for (const stats::ConnectionId id : ids) {
            const auto *entry = ledger.find(id);
            if (const auto topic = entry ? heldTopic(entry->facts) : std::nullopt)
                held.push_back({ id, *topic });
        }
        return desk->hold(held, length, note);
    };
}

Outcome startJob(const CallContext &context, KickTargets &&targets, const Manner &manner)
{
    Jobs::Order job;
    job.kind = QStringLiteral("kick");
    job.text = targets.text;
    job.target = targets.target;
    job.by = context.identity;
    job.ids = std::move(targets.ids);
    job.closing.reason = closeReason(manner.reason);
    job.perSecond = manner.perSecond;
    job.before = [hold = holder(context, manner)](const auto &ids) { hold(ids); };
    const auto started = context.jobs->start(std::move(job), { context.steady, context.now });
    if (const auto *error = std::get_if<Error>(&started))
        return *error;
    return resultOf(*context.jobs->find(std::get<JobId>(started)));
}

Manner readManner(Arguments &arguments)
{
    Manner manner;
    manner.reason = arguments.text(QLatin1String("reason"), 1024, QString());
    manner.perSecond = int(arguments.integer(QLatin1String("perSecond"), { 1, kMaxKicksPerSecond }, 0));
    manner.hold = std::chrono::seconds(arguments.integer(QLatin1String("holdSeconds"), { 1, kLongestHold.count() }, 0));
    return manner;
}

} // namespace

void connectionsKick(const CallContext &context, Arguments &arguments, Answer answer)
{
    auto read = readKickTargets(context, arguments);
    if (const auto *error = std::get_if<Error>(&read))
        return answer(*error);
    auto &targets = std::get<KickTargets>(read);
    const Manner manner = readManner(arguments);
    const bool isDryRun = arguments.flag(QLatin1String("dryRun"), false);
    if (arguments.error())
        return answer(*arguments.error());
    if (isDryRun) // changes nothing, and is no order
        return answer(targets.fault ? Outcome(*targets.fault) : Outcome(writeKickPreview(context.ledger, targets)));
    if (!targets.fault && manner.perSecond == 0 && targets.ids.size() > kMaxAtOnce)
        targets.fault = Error { ErrorClass::LimitReached,
                                QStringLiteral("They are %1; one call ends %2 at most. Kick them at a pace, with "
                                               "\"perSecond\".")
                                    .arg(targets.ids.size())
                                    .arg(kMaxAtOnce) };
    if (targets.fault)
        return answer(*targets.fault);
    if (manner.perSecond > 0)
        return answer(startJob(context, std::move(targets), manner));
    const int held = holder(context, manner)(targets.ids);
    context.kicker.kick(
        targets.ids, { .reason = closeReason(manner.reason) },
        [held, answer = std::move(answer)](const KickOutcome &outcome) { answer(resultOf(outcome, held)); });
}

} // namespace relay::admin::calls

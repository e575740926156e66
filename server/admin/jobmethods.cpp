// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/acts.h"
#include "server/admin/jobrows.h"
#include "server/admin/jobs.h"
#include "server/admin/methods.h"

namespace relay::admin::calls {

Outcome jobsList(const CallContext &context, Arguments &)
{
    JsonWriter out;
    out.beginObject();
    out.key("columns");
    out.beginArray();
    for (const QLatin1String name : columns::kJobs)
        out.utf8(QByteArrayView(name.data(), name.size()));
    out.endArray();
    out.key("rows");
    out.beginArray();
    for (const auto &[id, job] : context.jobs->all())
        writeJobRow(out, job);
    out.endArray();
    out.endObject();
    return out.take();
}

void jobCancel(const CallContext &context, Arguments &arguments, Answer answer)
{
    const auto id = JobId(arguments.integer(QLatin1String("job"), { 1, kMaxInteger }));
    if (arguments.error())
        return answer(*arguments.error());
    if (const auto error = context.jobs->cancel(id, { context.steady, context.now }))
        return answer(*error);
    answer(QByteArrayLiteral("{}"));
}

} // namespace relay::admin::calls

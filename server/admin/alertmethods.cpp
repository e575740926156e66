// SPDX-License-Identifier: GPL-3.0-or-later
// The alerts, and the rules by which they are raised.
#include "common/admin/jsonwriter.h"
#include "server/admin/chronicle.h"
#include "server/admin/methods.h"

namespace relay::admin::calls {

Outcome alertsList(const CallContext &context, Arguments &)
{
    const AlertBoard &board = context.chronicle.alerts();
    JsonWriter out;
    out.beginObject();
    out.key("rules");
    writeAlertRules(out, board.rules());
    out.key("active");
    out.beginArray();
    for (const auto &[id, alert] : board.active()) {
        out.beginObject();
        out.key("id");
        out.text(id);
        out.key("state");
        out.utf8("raised");
        out.key("value");
        out.decimal(alert.value);
        out.key("threshold");
        out.decimal(alert.threshold);
        out.key("since");
        out.number(alert.at);
        out.key("text");
        out.text(alert.text);
        out.endObject();
    }
    out.endArray();
    out.endObject();
    return out.take();
}

void alertsSet(const CallContext &context, Arguments &arguments, Answer answer)
{
    const QJsonArray list = arguments.array(QLatin1String("rules"));
    if (arguments.error())
        return answer(*arguments.error());
    auto read = readAlertRules(list);
    if (auto *error = std::get_if<Error>(&read))
        return answer(std::move(*error));
    context.chronicle.setAlertRules(std::get<std::vector<AlertRule>>(std::move(read)),
                                    [count = list.size(), answer = std::move(answer)](bool isDurable) {
                                        JsonWriter out;
                                        out.beginObject();
                                        out.key("rules");
                                        out.number(std::int64_t { count });
                                        out.key("isDurable");
                                        out.boolean(isDurable);
                                        out.endObject();
                                        answer(out.take());
                                    });
}

} // namespace relay::admin::calls

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/replay.h"

#include "client/file/logline.h"

#include <algorithm>

namespace relay::client::file {

Script scriptOfRecording(QByteArrayView text, double speed)
{
    Script script;
    std::optional<std::int64_t> before;
    int number = 0;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        ++number;
        const auto entry = parseLogLine(line);
        if (!entry) {
            script.faults.push_back({ number, QStringLiteral("this is no line of a recording: it has no time") });
            continue;
        }
        const std::int64_t gap = before ? std::max<std::int64_t>(0, entry->at - *before) : 0;
        before = entry->at;
        if (speed > 0 && gap > 0)
            script.steps.emplace_back(std::in_place_type<Delay>,
                                      std::chrono::nanoseconds(std::int64_t(double(gap) / speed)), QString());
        script.steps.emplace_back(std::in_place_type<Sending>, QString::fromUtf8(entry->content));
    }
    return script;
}

} // namespace relay::client::file

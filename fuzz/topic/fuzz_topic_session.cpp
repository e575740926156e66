// SPDX-License-Identifier: GPL-3.0-or-later
// Topics of sessions: what is accepted means itself again, and nothing else.
#include "common/topic/address.h"

#include <QList>

#include <cstdint>
#include <cstdlib>

using namespace relay::topic;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView raw(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto result = parseSessionTopic(raw);
    const auto *topic = std::get_if<QByteArray>(&result);
    if (!topic)
        return 0;
    const auto again = parseSessionTopic(*topic);
    if (!std::holds_alternative<QByteArray>(again) || std::get<QByteArray>(again) != *topic)
        std::abort();
    for (const QByteArray &segment : topic->split('/')) {
        if (segment.isEmpty() || segment == "." || segment == "..")
            std::abort();
    }
    if (topic->contains('%') || topic->contains(' ') || topic->size() > 1024)
        std::abort();
    return 0;
}

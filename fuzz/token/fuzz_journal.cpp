// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of the deny list: what is taken for one is one, and is written the same again.
#include "server/access/journal.h"

#include <cstdint>
#include <cstdlib>

using relay::access::Journal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView line(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto entry = Journal::parse(line)) {
        const auto again = Journal::parse(Journal::format(*entry));
        if (!again || again->key != entry->key || again->what != entry->what || again->until != entry->until)
            std::abort();
    }
    return 0;
}

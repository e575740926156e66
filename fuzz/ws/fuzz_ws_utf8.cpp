// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/utf8.h"

#include "tests/common/ws/referenceutf8.h"

#include <cstdlib>
#include <span>

using namespace relay::ws;
using namespace relay::ws::test;

//! An input: one octet with the size of the pieces, then the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::size_t piece = 1 + data[0];
    const std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    const bool isText = isTextByReference(text);
    Utf8Validator validator;
    bool mayGoOn = true;
    for (std::size_t at = 0; at < text.size(); at += piece) {
        mayGoOn = validator.feed(text.substr(at, piece));
        if (mayGoOn != mayBecomeText(text.substr(0, at + piece)))
            std::abort();
    }
    if ((mayGoOn && validator.isComplete()) != isText || isValidUtf8(text) != isText)
        std::abort();
    const std::string_view cut = truncateUtf8(text, data[0]);
    if (cut.size() > data[0] || (isText && !isTextByReference(cut)))
        std::abort();
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "framereader.h"

#include "common/ws/frameparser.h"

#include <QtGlobal>

namespace relay::tests {

std::vector<std::string> messagesIn(std::string_view stream)
{
    std::string bytes(stream);
    std::span<char> input(bytes);
    ws::FrameParser parser(ws::Role::Client);
    std::vector<std::string> messages;
    for (auto event = parser.next(input); event != ws::FrameParser::Event::NeedMore; event = parser.next(input)) {
        if (event != ws::FrameParser::Event::Message)
            qFatal("the stream holds something else than messages");
        messages.emplace_back(parser.payload().data(), parser.payload().size());
    }
    if (parser.heldBytes() > 0)
        qFatal("the stream ends inside a message");
    return messages;
}

} // namespace relay::tests

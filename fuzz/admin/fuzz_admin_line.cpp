// SPDX-License-Identifier: GPL-3.0-or-later
// The admin socket: however bytes are split, the same lines come out, and each is a request or an error that can be told.
#include "common/admin/linebuffer.h"
#include "common/admin/message.h"
#include "common/admin/protocol.h"

#include <QByteArrayList>

#include <cstdint>
#include <cstdlib>

using namespace relay::admin;

namespace {

QByteArrayList linesOf(QByteArrayView bytes, qsizetype piece)
{
    LineBuffer buffer(kClientLineLimit);
    QByteArrayList lines;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        buffer.append(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        while (auto line = buffer.next())
            lines.append(*line);
    }
    return lines;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArrayList lines = linesOf(bytes, bytes.size() + 1);
    if (lines != linesOf(bytes, 3))
        std::abort();
    for (const QByteArray &line : lines) {
        if (isComment(line))
            continue;
        const auto request = parseRequest(line);
        if (const auto *error = std::get_if<Error>(&request)) {
            const QByteArray told = errorLine(QJsonValue(), *error);
            if (!told.endsWith('\n') || told.count('\n') != 1)
                std::abort();
        }
        (void)parseServerLine(line);
    }
    return 0;
}

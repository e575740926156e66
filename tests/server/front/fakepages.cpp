// SPDX-License-Identifier: GPL-3.0-or-later
// Two pages in place of the real ones, so that routes are tested without them.
#include "server/web/assets.h"

namespace relay::web {

std::optional<Asset> find(QByteArrayView path)
{
    if (path == "/stats" || path == "/" || path == "/watch/demo")
        return Asset { .body = QByteArray("page ").append(path),
                       .contentType = "text/html; charset=utf-8",
                       .extraHeaders = "Cache-Control: no-cache\r\n" };
    return std::nullopt;
}

} // namespace relay::web

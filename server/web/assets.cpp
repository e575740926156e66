// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/web/assets.h"

#include "common/topic/address.h"
#include "server/web/bundle.h"

#include <variant>

namespace relay::web {

namespace {

//! "demo" of /watch/demo stands for /out/demo; more than one segment is the path itself.
bool namesTopic(QByteArrayView rest)
{
    if (rest.endsWith('/')) {
        rest.chop(1);
    }
    const QByteArray path = QByteArray(rest.contains('/') ? "/" : "/out/") + rest.toByteArray();
    // The rules of topics are for raw paths; this one is decoded already.
    return std::holds_alternative<topic::Address>(topic::parseOpenPath(path.toPercentEncoding("/")));
}

} // namespace

std::optional<Asset> find(QByteArrayView path)
{
    constexpr QByteArrayView kWatch("/watch/");
    const Bundle &bundle = Bundle::instance();
    if (path.startsWith(kWatch)) {
        return namesTopic(path.sliced(kWatch.size())) ? bundle.find("/watch/") : std::nullopt;
    }
    return bundle.find(path.toByteArray());
}

} // namespace relay::web

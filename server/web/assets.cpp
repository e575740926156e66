// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/web/assets.h"

#include "common/topic/address.h"
#include "server/web/bundle.h"

#include <variant>

namespace relay::web {

namespace {

//! A page per topic, and the path that a topic of one segment is short for; more segments are the path itself.
struct TopicPage
{
    QByteArrayView path;
    QByteArrayView shortFor;
};
constexpr TopicPage kTopicPages[] = { { "/watch/", "/out/" }, { "/data/", "/bi/" } };

bool namesTopic(QByteArrayView rest, const TopicPage &page)
{
    if (rest.endsWith('/')) {
        rest.chop(1);
    }
    const QByteArray path
        = (rest.contains('/') ? QByteArrayView("/") : page.shortFor).toByteArray() + rest.toByteArray();
    // The rules of topics are for raw paths; this one is decoded already.
    return std::holds_alternative<topic::Address>(topic::parseOpenPath(path.toPercentEncoding("/")));
}

} // namespace

std::optional<Asset> find(QByteArrayView path)
{
    const Bundle &bundle = Bundle::instance();
    for (const TopicPage &page : kTopicPages) {
        if (path.startsWith(page.path))
            return namesTopic(path.sliced(page.path.size()), page) ? bundle.find(page.path.toByteArray())
                                                                   : std::nullopt;
    }
    return bundle.find(path.toByteArray());
}

} // namespace relay::web

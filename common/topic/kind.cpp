// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/topic/kind.h"

#include <algorithm>

#include <fnmatch.h>

namespace relay::topic {

QByteArrayView nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Data: return "data";
    case Kind::Video: return "video";
    case Kind::Stream: return "stream";
    }
    return "data";
}

std::optional<Kind> kindOf(QByteArrayView name)
{
    for (const Kind kind : { Kind::Data, Kind::Video, Kind::Stream }) {
        if (nameOf(kind) == name)
            return kind;
    }
    return std::nullopt;
}

bool matches(const QByteArray &topic, const QByteArray &pattern)
{
    return ::fnmatch(pattern.constData(), topic.constData(), FNM_NOESCAPE) == 0;
}

Kind kindOfTopic(const QByteArray &topic, bool isFedByPost, const std::vector<KindRule> &rules)
{
    const auto rule
        = std::find_if(rules.begin(), rules.end(), [&](const KindRule &each) { return matches(topic, each.match); });
    if (rule != rules.end())
        return rule->kind;
    return isFedByPost || topic.endsWith("-video") ? Kind::Video : Kind::Data;
}

} // namespace relay::topic

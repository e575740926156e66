// SPDX-License-Identifier: GPL-3.0-or-later
// The options of topics and links: how large, how slow, how silent.
#include "server/app/optiontable.h"

#include <algorithm>

namespace relay::app {

namespace {

using config::Kind;

QString checkKindRule(const QString &text)
{
    return parseKindRule(text)
        ? QString()
        : QStringLiteral("must be TOPIC=KIND with a topic such as /out/lab-* (or *) and one of data, video, stream");
}

} // namespace

std::vector<config::OptionSpec> linkOptions()
{
    return {
        { .name = u"max-message"_qs,
          .help = u"Largest websocket message that is taken"_qs,
          .kind = Kind::Size,
          .defaultValue = u"10MiB"_qs,
          .minimum = 1024,
          .maximum = 1 << 30 },
        { .name = u"queue-bytes"_qs,
          .help = u"Memory that may wait for one slow reader before messages to it are dropped"_qs,
          .kind = Kind::Size,
          .defaultValue = u"1MiB"_qs,
          .minimum = 4096,
          .maximum = 1 << 30 },
        { .name = u"queue-age"_qs,
          .help = u"Age of the oldest waiting message beyond which no further one joins"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"2s"_qs,
          .minimum = 10 },
        { .name = u"instant-start"_qs,
          .help
          = u"What may be kept of a video, from its newest key frame on, so that a new viewer has a picture at once; 0: nothing"_qs,
          .kind = Kind::Size,
          .defaultValue = u"4MiB"_qs,
          .minimum = 0,
          .maximum = 1 << 28 },
        { .name = u"unsent-limit"_qs,
          .help = u"What the kernel may hold unsent for one connection beside that; 0: as it likes, up to 4 MB"_qs,
          .kind = Kind::Size,
          .defaultValue = u"256KiB"_qs,
          .minimum = 0,
          .maximum = 1 << 28 },
        { .name = u"topic-kind"_qs,
          .help
          = u"What the topics that match carry: data loses the newest messages to a slow reader, video the oldest, stream none and makes the "
            u"sender wait; the first match decides"_qs,
          .kind = Kind::List,
          .valueName = u"TOPIC=KIND"_qs,
          .fileKey = u"topic"_qs,
          .entryKeys = { u"match"_qs, u"kind"_qs },
          .check = checkKindRule },
        { .name = u"slow-reader"_qs,
          .help
          = u"What a reader of data that is too slow suffers: messages are dropped, or it is disconnected with code 4408"_qs,
          .defaultValue = u"drop"_qs,
          .choices = { u"drop"_qs, u"disconnect"_qs } },
        { .name = u"ping-every"_qs,
          .help = u"Time between pings"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"25s"_qs,
          .minimum = 1000 },
        { .name = u"dead-after"_qs,
          .help = u"Silence after which a peer counts as gone; longer than ping-every"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"60s"_qs,
          .minimum = 2000 },
    };
}

std::optional<topic::KindRule> parseKindRule(const QString &text)
{
    const qsizetype sign = text.lastIndexOf(u'=');
    const auto kind = topic::kindOf(text.mid(sign + 1).toUtf8());
    const QByteArray match = text.left(std::max<qsizetype>(sign, 0)).toUtf8();
    if (!kind || match.isEmpty() || (match.front() != '/' && match.front() != '*'))
        return {};
    return topic::KindRule { match, *kind };
}

} // namespace relay::app

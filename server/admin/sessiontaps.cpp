// SPDX-License-Identifier: GPL-3.0-or-later
// The taps of one session. See sessioncalls.cpp for its other calls.
#include "common/admin/acts.h"
#include "server/admin/session.h"
#include "server/admin/taprows.h"

#include <algorithm>

namespace relay::admin {

namespace {

constexpr qsizetype kLongestTopic = 1024;

//! One of these words; the first when none is given.
QString choice(Arguments &arguments, QLatin1String name, const QStringList &words, std::optional<Error> &fault)
{
    const QString word = arguments.text(name, 16, words.first());
    if (!arguments.error() && !words.contains(word))
        fault = Error { ErrorClass::InvalidParams,
                        QStringLiteral("\"%1\" must be one of %2.").arg(name, words.join(QStringLiteral(", "))) };
    return word;
}

std::variant<TapOrder, Error> readTapOrder(Arguments &arguments)
{
    TapOrder order;
    std::optional<Error> fault;
    const bool isOfConnection = arguments.has(QLatin1String("connection"));
    if (isOfConnection == arguments.has(QLatin1String("topic")))
        return Error { ErrorClass::InvalidParams, QStringLiteral("Give either \"connection\" or \"topic\".") };
    if (isOfConnection)
        order.connection = std::uint64_t(arguments.integer(QLatin1String("connection"), { 1, kMaxInteger }));
    else
        order.topic = arguments.name(QLatin1String("topic"), kLongestTopic).toUtf8();
    // Of a topic each message once, unless asked for each of its readers.
    const QString usual = isOfConnection ? QStringLiteral("both") : QStringLiteral("in");
    QStringList directions { usual, QStringLiteral("in"), QStringLiteral("out"), QStringLiteral("both") };
    directions.removeDuplicates();
    const QString direction = choice(arguments, QLatin1String("direction"), directions, fault);
    order.spec.in = direction != u"out";
    order.spec.out = direction != u"in";
    order.spec.packetHeads
        = choice(arguments, QLatin1String("form"), { QStringLiteral("bytes"), QStringLiteral("mpegts") }, fault)
        == u"mpegts";
    order.spec.preview
        = std::size_t(arguments.integer(QLatin1String("previewBytes"), { 1, tap::kMaxPreview }, tap::kDefaultPreview));
    order.maxMessages
        = int(arguments.integer(QLatin1String("maxMessages"), { 1, tap::kMaxMessages }, tap::kDefaultMessages));
    order.maxMs = 1000
        * arguments.integer(QLatin1String("maxSeconds"), { 1, tap::kLongest.count() }, tap::kDefaultTime.count());
    order.spec.sample = std::uint32_t(arguments.integer(QLatin1String("sample"), { 1, tap::kMaxSample }, 1));
    if (arguments.error())
        return *arguments.error();
    if (fault)
        return *std::move(fault);
    return order;
}

} // namespace

Outcome Session::openTap(Arguments &arguments)
{
    const QString name = arguments.name(QLatin1String("tap"), 64);
    (void)arguments.text(QLatin1String("requestKey"), 128, QString());
    if (arguments.error())
        return *arguments.error();
    auto read = readTapOrder(arguments);
    if (const auto *error = std::get_if<Error>(&read))
        return *error;
    const auto &order = std::get<TapOrder>(read);
    if (findTap(name) != m_taps.end())
        return Error { ErrorClass::Conflict, QStringLiteral("There is a tap \"%1\" already.").arg(name) };
    auto channel = std::make_unique<TapChannel>(name, *m_shared.taps);
    if (const auto fault = channel->open(order, m_identity, m_now))
        return *fault;
    const OpenTap &tap = *m_shared.taps->find(channel->id());
    JsonWriter out;
    out.beginObject();
    out.key("tap");
    out.text(name);
    out.key("id");
    out.number(tap.id);
    out.key("endsAt");
    out.number(tap.endsAt);
    out.endObject();
    m_taps.push_back(std::move(channel));
    return out.take();
}

Outcome Session::closeTap(Arguments &arguments)
{
    const QString name = arguments.name(QLatin1String("tap"), 64);
    (void)arguments.text(QLatin1String("requestKey"), 128, QString());
    if (arguments.error())
        return *arguments.error();
    const auto found = findTap(name);
    if (found == m_taps.end())
        return Error { ErrorClass::NotFound, QStringLiteral("There is no tap \"%1\".").arg(name) };
    (*found)->close(QLatin1String("closed"));
    return QByteArrayLiteral("{}");
}

Session::Taps::iterator Session::findTap(const QString &name)
{
    return std::find_if(m_taps.begin(), m_taps.end(),
                        [&](const auto &tap) { return tap->name() == name && !tap->isOver(); });
}

void Session::tidyTaps()
{
    for (const auto &tap : m_taps)
        tap->checkReader(m_now);
    std::erase_if(m_taps, [](const auto &tap) { return tap->isOver(); });
}

namespace calls {

Outcome tapsList(const CallContext &context, Arguments &)
{
    JsonWriter out;
    out.beginObject();
    out.key("columns");
    writeTapNames(out);
    out.key("rows");
    out.beginArray();
    for (const auto &[id, tap] : context.taps->all())
        writeTapRow(out, tap);
    out.endArray();
    out.endObject();
    return out.take();
}

} // namespace calls

} // namespace relay::admin

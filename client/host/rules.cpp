// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/rules.h"

#include <utility>

namespace relay::client::host {

namespace {

QString withoutSlash(QString name)
{
    if (name.startsWith(u'/'))
        name.remove(0, 1);
    return name;
}

} // namespace

bool isStream(QStringView name)
{
    return name.startsWith(u"stream/");
}

bool Rules::addDestination(Destination rule)
{
    if (rule.id == kDeleteAll)
        return false;
    rule.stream = withoutSlash(std::move(rule.stream));
    const QString id = rule.id;
    m_destinations.insert_or_assign(id, std::move(rule));
    Q_EMIT destinationChanged(id);
    return true;
}

bool Rules::addStream(QString stream, QStringList feeds)
{
    stream = withoutSlash(std::move(stream));
    if (stream == kDeleteAll)
        return false;
    for (QString &feed : feeds)
        feed = withoutSlash(std::move(feed));
    m_streams.insert_or_assign(stream, std::move(feeds));
    Q_EMIT streamChanged(stream);
    return true;
}

bool Rules::removeDestination(const QString &id)
{
    if (m_destinations.erase(id) == 0)
        return false;
    Q_EMIT destinationChanged(id);
    return true;
}

bool Rules::removeStream(const QString &stream)
{
    const QString name = withoutSlash(stream);
    if (m_streams.erase(name) == 0)
        return false;
    Q_EMIT streamChanged(name);
    return true;
}

void Rules::removeAllDestinations(const QString &butFor)
{
    auto gone = std::exchange(m_destinations, {});
    if (!butFor.isEmpty()) {
        if (auto kept = gone.extract(butFor))
            m_destinations.insert(std::move(kept));
    }
    for (const auto &[id, rule] : gone)
        Q_EMIT destinationChanged(id);
}

void Rules::removeAllStreams()
{
    const auto gone = std::exchange(m_streams, {});
    for (const auto &[stream, feeds] : gone)
        Q_EMIT streamChanged(stream);
}

std::optional<Destination> Rules::destination(const QString &id) const
{
    const auto found = m_destinations.find(id);
    return found == m_destinations.end() ? std::nullopt : std::optional(found->second);
}

QStringList Rules::feedsOf(const QString &streamOrFeed) const
{
    if (streamOrFeed.isEmpty())
        return {};
    if (!isStream(streamOrFeed))
        return { streamOrFeed };
    const auto found = m_streams.find(streamOrFeed);
    return found == m_streams.end() ? QStringList() : found->second;
}

} // namespace relay::client::host

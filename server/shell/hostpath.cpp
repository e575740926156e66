// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shell/hostpath.h"

#include <QStringBuilder>

#include <initializer_list>

namespace relay::shell {

namespace {

std::optional<QByteArrayView> startOf(QByteArrayView rawPath, std::initializer_list<QByteArrayView> starts)
{
    for (const QByteArrayView start : starts) {
        if (rawPath.startsWith(start))
            return start;
    }
    return std::nullopt;
}

} // namespace

std::optional<QByteArrayView> startOfWebsocket(QByteArrayView rawPath)
{
    return startOf(rawPath, { kConnect, kShell });
}

std::optional<QByteArrayView> startOfCall(QByteArrayView rawPath)
{
    return startOf(rawPath, { kCall, kShell });
}

std::variant<QByteArray, topic::Refusal> parseHost(QByteArrayView rawHost)
{
    if (rawHost.isEmpty() || rawHost == "/")
        return topic::Refusal { .reason = "The path names no host." };
    auto parsed = topic::parseSessionTopic(rawHost);
    if (const auto *host = std::get_if<QByteArray>(&parsed); host && host->contains('/'))
        return topic::Refusal { .reason = "The name of a host has no slash in it." };
    return parsed;
}

QByteArray hostOf(const QByteArray &topic)
{
    const qsizetype slash = topic.indexOf('/');
    return slash < 0 ? topic : topic.left(slash);
}

QByteArray innerTopic(const QByteArray &topic)
{
    return kConnect.toByteArray().append(topic);
}

} // namespace relay::shell

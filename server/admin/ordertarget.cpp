// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/ordertarget.h"

#include "common/admin/acts.h"

#include <QJsonArray>
#include <QVariant>

#include <array>
#include <utility>

namespace relay::admin {

namespace {

constexpr qsizetype kLongestName = 1000; // characters

// In the order in which they say most.
constexpr std::array<std::pair<const char *, const char *>, 13> kArguments { {
    { "bookingId", "booking" },
    { "subject", "subject" },
    { "address", "address" },
    { "cidr", "addresses" },
    { "connection", "connection" },
    { "topic", "topic" },
    { "filter", "filter" },
    { "category", "log" },
    { "job", "job" },
    { "undo", "undo" },
    { "tap", "tap" },
    { "id", "" },
    { "name", "" },
} };

} // namespace

QString OrderTarget::text() const
{
    if (kind == QLatin1String("connections"))
        return name + QLatin1Char(' ') + kind;
    const bool isFilter = kind == QLatin1String("filter") || kind == QLatin1String("everybody");
    const QString word = isFilter ? QStringLiteral("all that match") : kind;
    return QString(word + QLatin1Char(' ') + name).trimmed();
}

OrderTarget targetOf(const QJsonObject &params)
{
    if (const QJsonArray ids = params.value(QLatin1String("ids")).toArray(); !ids.isEmpty())
        return ids.size() == 1 ? OrderTarget { QStringLiteral("connection"), QString::number(ids.first().toInteger()) }
                               : OrderTarget { QStringLiteral("connections"), QString::number(ids.size()) };
    for (const auto &[name, kind] : kArguments) {
        const QJsonValue value = params.value(QLatin1String(name));
        if (!value.isString() && !value.isDouble())
            continue;
        QString text = value.toVariant().toString();
        if (text.size() > kLongestName)
            text = text.first(kLongestName) + QStringLiteral("...");
        const bool isEverybody = QLatin1String(kind) == QLatin1String("filter") && text == kEverybody;
        return { isEverybody ? QStringLiteral("everybody") : QString::fromLatin1(kind), text };
    }
    return {};
}

void addTarget(QJsonObject &data, const OrderTarget &target)
{
    data.insert(QStringLiteral("targetKind"), target.kind);
    data.insert(QStringLiteral("targetName"), target.name);
}

} // namespace relay::admin

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/arguments.h"

#include "common/admin/protocol.h"

#include <QJsonArray>

#include <cmath>

namespace relay::admin {

namespace {

//! A whole number that JSON carries exactly.
std::optional<std::int64_t> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(0.5);
    if (!value.isDouble() || std::floor(number) != number || std::abs(number) > double(kMaxInteger))
        return std::nullopt;
    return std::int64_t(number);
}

} // namespace

Arguments::Arguments(const QJsonObject &params)
    : m_params(params)
{
}

std::int64_t Arguments::integer(QLatin1String name, Range range, std::optional<std::int64_t> fallback)
{
    const QJsonValue value = take(name, !fallback);
    if (value.isUndefined())
        return fallback.value_or(range.minimum);
    const auto number = wholeNumber(value);
    if (!number || *number < range.minimum || *number > range.maximum) {
        refuse(name, QStringLiteral("a whole number from %1 to %2").arg(range.minimum).arg(range.maximum));
        return range.minimum;
    }
    return *number;
}

QString Arguments::text(QLatin1String name, qsizetype maxLength, std::optional<QString> fallback)
{
    const QJsonValue value = take(name, !fallback);
    if (value.isUndefined())
        return fallback.value_or(QString());
    if (!value.isString() || value.toString().size() > maxLength) {
        refuse(name, QStringLiteral("a string of at most %1 characters").arg(maxLength));
        return {};
    }
    return value.toString();
}

QString Arguments::name(QLatin1String name, qsizetype maxLength)
{
    QString value = text(name, maxLength);
    if (!m_error && value.isEmpty())
        refuse(name, QStringLiteral("a string of 1 to %1 characters").arg(maxLength));
    return value;
}

bool Arguments::flag(QLatin1String name, bool fallback)
{
    const QJsonValue value = take(name, false);
    if (value.isUndefined())
        return fallback;
    if (!value.isBool())
        refuse(name, QStringLiteral("true or false"));
    return value.toBool(fallback);
}

QStringList Arguments::texts(QLatin1String name, qsizetype maxCount)
{
    const QJsonValue value = take(name, false);
    if (value.isUndefined())
        return {};
    const QString expected = QStringLiteral("a list of 1 to %1 strings").arg(maxCount);
    const QJsonArray items = value.toArray();
    if (!value.isArray() || items.isEmpty() || items.size() > maxCount) {
        refuse(name, expected);
        return {};
    }
    QStringList all;
    for (const QJsonValue &item : items) {
        if (!item.isString()) {
            refuse(name, expected);
            return {};
        }
        all << item.toString();
    }
    return all;
}

QJsonArray Arguments::array(QLatin1String name)
{
    const QJsonValue value = take(name, true);
    if (!value.isUndefined() && !value.isArray())
        refuse(name, QStringLiteral("a list"));
    return value.toArray();
}

std::vector<std::uint64_t> Arguments::ids(QLatin1String name, qsizetype maxCount)
{
    const QJsonValue value = take(name, true);
    if (value.isUndefined())
        return {};
    const QString expected = QStringLiteral("a list of 1 to %1 connection ids").arg(maxCount);
    const QJsonArray items = value.toArray();
    if (!value.isArray() || items.isEmpty() || items.size() > maxCount) {
        refuse(name, expected);
        return {};
    }
    std::vector<std::uint64_t> all;
    for (const QJsonValue &item : items) {
        const auto id = wholeNumber(item);
        if (!id || *id < 1) {
            refuse(name, expected);
            return {};
        }
        all.push_back(std::uint64_t(*id));
    }
    return all;
}

std::optional<Error> Arguments::findUnknown(const QJsonObject &params, const QStringList &known)
{
    for (auto it = params.begin(); it != params.end(); ++it) {
        if (!known.contains(it.key()))
            return Error { ErrorClass::InvalidParams,
                           known.isEmpty()
                               ? QStringLiteral("Unknown argument \"%1\"; this method takes none.").arg(it.key())
                               : QStringLiteral("Unknown argument \"%1\"; known are: %2.")
                                     .arg(it.key(), known.join(QStringLiteral(", "))) };
    }
    return std::nullopt;
}

QJsonValue Arguments::take(QLatin1String name, bool isNeeded)
{
    if (m_error)
        return QJsonValue::Undefined;
    QJsonValue value = m_params.value(name);
    if (value.isUndefined() && isNeeded)
        m_error = Error { ErrorClass::InvalidParams, QStringLiteral("The argument \"%1\" is missing.").arg(name) };
    return value;
}

void Arguments::refuse(QLatin1String name, const QString &expected)
{
    m_error = Error { ErrorClass::InvalidParams, QStringLiteral("\"%1\" must be %2.").arg(QString(name), expected) };
}

} // namespace relay::admin

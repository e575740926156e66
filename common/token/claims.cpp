// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/token/claims.h"

#include "common/token/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace relay::token {

namespace {

//! As Go writes it, which escapes what HTML and JavaScript could stumble over. All of these stand in strings only.
QByteArray list(const QStringList &texts)
{
    QByteArray json = QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact);
    json.replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e");
    return json.replace("\xe2\x80\xa8", "\\u2028").replace("\xe2\x80\xa9", "\\u2029");
}

QByteArray quoted(const QString &text)
{
    const QByteArray array = list({ text });
    return array.sliced(1, array.size() - 2);
}

QByteArray date(const char *name, std::optional<std::int64_t> seconds)
{
    return seconds ? QByteArray(",\"") + name + "\":" + QByteArray::number(qint64(*seconds)) : QByteArray();
}

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

bool take(const QJsonObject &object, QLatin1String name, QString &text)
{
    const QJsonValue value = object.value(name);
    text = value.toString();
    return value.isString() || isAbsent(value);
}

bool takeList(const QJsonValue &value, QStringList &texts)
{
    if (!value.isArray())
        return isAbsent(value);
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array) {
        if (!entry.isString())
            return false;
        texts.append(entry.toString());
    }
    return true;
}

// RFC 7519, section 2: a number of seconds, which may have a fraction.
bool takeDate(const QJsonObject &object, QLatin1String name, std::optional<std::int64_t> &seconds)
{
    constexpr double kMost = 1e15; // some thirty million years; beyond it a double counts no seconds any more
    const QJsonValue value = object.value(name);
    if (isAbsent(value))
        return true;
    if (!value.isDouble() || !(std::abs(value.toDouble()) < kMost))
        return false;
    seconds = std::int64_t(std::floor(value.toDouble()));
    return true;
}

} // namespace

QByteArray toJson(const Claims &claims, AudienceForm form)
{
    const bool isString = form == AudienceForm::String;
    // Only the relays of sessions know bookings; their tokens name one even when it is none.
    const bool isOfShell = claims.prefix == u"connect" || claims.prefix == u"shell";
    const QByteArray booking = isOfShell && claims.bookingId.isEmpty()
        ? QByteArray()
        : QByteArray(R"("booking_id":)" + quoted(claims.bookingId) + ',');
    const QByteArray id = claims.id.isEmpty() ? QByteArray() : QByteArray(R"(,"jti":)" + quoted(claims.id));
    const QByteArray subject
        = claims.subject.isEmpty() ? QByteArray() : QByteArray(R"(,"sub":)" + quoted(claims.subject));
    return '{' + booking + R"("topic":)" + quoted(claims.topic) + R"(,"prefix":)" + quoted(claims.prefix)
        + R"(,"scopes":)" + list(claims.scopes) + R"(,"aud":)"
        + (isString ? quoted(claims.audience.value(0)) : list(claims.audience)) + date("exp", claims.expiresAt)
        + date("nbf", claims.notBefore) + date("iat", claims.issuedAt) + id + subject + '}';
}

std::optional<Claims> claimsFromJson(QByteArrayView json)
{
    const auto read = strictObject(json);
    if (!read)
        return std::nullopt;
    const QJsonObject &object = *read;
    Claims claims;
    const QJsonValue audience = object.value(QLatin1String("aud"));
    if (audience.isString())
        claims.audience = { audience.toString() };
    const bool isFine = take(object, QLatin1String("booking_id"), claims.bookingId)
        && take(object, QLatin1String("topic"), claims.topic) && take(object, QLatin1String("prefix"), claims.prefix)
        && takeList(object.value(QLatin1String("scopes")), claims.scopes)
        && (audience.isString() || takeList(audience, claims.audience))
        && takeDate(object, QLatin1String("exp"), claims.expiresAt)
        && takeDate(object, QLatin1String("nbf"), claims.notBefore)
        && takeDate(object, QLatin1String("iat"), claims.issuedAt) && take(object, QLatin1String("jti"), claims.id);
    // Nobody asked before what this is: a token that has it otherwise stays good.
    claims.subject = object.value(QLatin1String("sub")).toString();
    return isFine ? std::optional(std::move(claims)) : std::nullopt;
}

} // namespace relay::token

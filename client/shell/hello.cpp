// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/hello.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <array>

namespace relay::client::shell {

namespace {

constexpr QLatin1String kHello("hello");
constexpr QLatin1String kResume("resume");
constexpr QLatin1String kReceived("received");
constexpr QLatin1String kFresh("fresh");
constexpr QLatin1String kError("error");
constexpr int kVersion = 1;

} // namespace

QByteArray encodeHello(const Hello &hello)
{
    QJsonObject object { { kHello, kVersion } };
    if (!hello.error.isEmpty()) {
        object.insert(kError, hello.error);
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    object.insert(kReceived, hello.received);
    if (!hello.resume.isEmpty()) {
        object.insert(kResume, hello.resume);
        object.insert(QLatin1String("ok"), true);
    }
    if (hello.isFresh)
        object.insert(kFresh, true);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Hello> parseHello(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(kHello).toInt() != kVersion)
        return std::nullopt;
    Hello hello;
    hello.error = object.value(kError).toString();
    if (!hello.error.isEmpty())
        return hello;
    hello.received = object.value(kReceived).toInteger(-1);
    if (hello.received < 0)
        return std::nullopt;
    hello.resume = object.value(kResume).toString();
    hello.isFresh = object.value(kFresh).toBool();
    return hello;
}

QString newResumeId()
{
    std::array<quint32, 4> bits;
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace relay::client::shell

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/rulejson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace relay::client::host {

namespace {

// Text on the wire is escaped by Qt; only the order of names, which Qt sorts, is ours.
QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

template<typename Map, typename Write>
QByteArray object(const Map &map, Write write)
{
    QByteArray json = "{";
    for (const auto &[name, value] : map) {
        if (json.size() > 1)
            json += ',';
        json += quoted(name) + ':' + write(value);
    }
    return json + '}';
}

std::optional<QString> fault(QLatin1String name, const QJsonValue &value, QJsonValue::Type wanted, const char *what)
{
    if (value.isUndefined() || value.isNull() || value.type() == wanted)
        return std::nullopt;
    return QStringLiteral("%1 must be %2").arg(name, QLatin1String(what));
}

} // namespace

QByteArray toJson(const QString &text)
{
    return quoted(text);
}

QByteArray toJson(const Destination &rule, Tokens tokens)
{
    const bool isHidden = tokens == Tokens::Hidden && !rule.token.isEmpty();
    return R"({"id":)" + quoted(rule.id) + R"(,"stream":)" + quoted(rule.stream) + R"(,"destination":)"
        + quoted(rule.destination) + R"(,"token":)" + quoted(isHidden ? kHiddenToken : rule.token) + R"(,"file":)"
        + quoted(rule.file) + (rule.tokenFile.isEmpty() ? QByteArray() : R"(,"tokenFile":)" + quoted(rule.tokenFile))
        + '}';
}

QByteArray toJson(const std::map<QString, Destination> &rules, Tokens tokens)
{
    return object(rules, [tokens](const Destination &rule) { return toJson(rule, tokens); });
}

QByteArray toJson(const QStringList &feeds)
{
    return QJsonDocument(QJsonArray::fromStringList(feeds)).toJson(QJsonDocument::Compact);
}

QByteArray streamJson(const QString &stream, const QStringList &feeds)
{
    return R"({"stream":)" + quoted(stream) + R"(,"feeds":)" + toJson(feeds) + '}';
}

QByteArray toJson(const std::map<QString, QStringList> &streams)
{
    return object(streams, [](const QStringList &feeds) { return toJson(feeds); });
}

QJsonValue valueOf(const QJsonObject &object, QLatin1String name)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return it.value();
    }
    return QJsonValue(QJsonValue::Undefined);
}

std::variant<Destination, QString> destinationFrom(const QJsonObject &object)
{
    Destination rule;
    struct Field
    {
        const char *name;
        QString *value;
    };
    const std::array<Field, 6> fields { { { "id", &rule.id },
                                          { "stream", &rule.stream },
                                          { "destination", &rule.destination },
                                          { "token", &rule.token },
                                          { "file", &rule.file },
                                          { "tokenFile", &rule.tokenFile } } };
    for (const Field &field : fields) {
        const QLatin1String name(field.name);
        const QJsonValue value = valueOf(object, name);
        if (auto wrong = fault(name, value, QJsonValue::String, "a string"))
            return *std::move(wrong);
        *field.value = value.toString();
    }
    return rule;
}

std::variant<StreamRule, QString> streamFrom(const QJsonObject &object)
{
    const QJsonValue stream = valueOf(object, QLatin1String("stream"));
    const QJsonValue feeds = valueOf(object, QLatin1String("feeds"));
    if (auto wrong = fault(QLatin1String("stream"), stream, QJsonValue::String, "a string"))
        return *std::move(wrong);
    if (auto wrong = fault(QLatin1String("feeds"), feeds, QJsonValue::Array, "an array of strings"))
        return *std::move(wrong);
    StreamRule rule { stream.toString(), {} };
    const QJsonArray names = feeds.toArray();
    for (const QJsonValue &name : names) {
        if (!name.isString())
            return QStringLiteral("feeds must be an array of strings");
        rule.feeds.append(name.toString());
    }
    return rule;
}

} // namespace relay::client::host

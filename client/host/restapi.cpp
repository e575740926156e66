// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/restapi.h"

#include "client/host/rulejson.h"

#include <QJsonDocument>

#include <algorithm>

namespace relay::client::host {

namespace {

constexpr QByteArrayView kDestinations = "/api/destinations";
constexpr QByteArrayView kStreams = "/api/streams";
constexpr qsizetype kMaxName = 256;

RestReply notFound(const QByteArray &text = "404 page not found\n")
{
    return { 404, "text/plain; charset=utf-8", text };
}

RestReply wrongMethod(const QByteArray &allowed)
{
    return { 405, "text/plain; charset=utf-8", "There is no such method here. Allowed: " + allowed + ".\n", allowed };
}

bool adds(const QByteArray &method)
{
    return method == "POST" || method == "PUT" || method == "UPDATE";
}

//! An object, or why it is none, as the existing hosts answer: 500 with the parser's text.
std::variant<QJsonObject, RestReply> objectOf(const QByteArray &body)
{
    QJsonParseError error {};
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    const QString text = error.error != QJsonParseError::NoError ? error.errorString()
        : document.isObject()                                    ? QString()
                                                                 : QStringLiteral("a rule is a JSON object");
    if (!text.isEmpty())
        return RestReply { 500, "text/plain; charset=utf-8", text.toUtf8() + '\n' };
    return document.object();
}

template<typename Rule, typename Read, typename Add>
RestReply add(const QByteArray &body, Read read, Add added)
{
    auto object = objectOf(body);
    if (auto *reply = std::get_if<RestReply>(&object))
        return *reply;
    auto rule = read(std::get<QJsonObject>(object));
    if (const auto *fault = std::get_if<QString>(&rule))
        return { 500, "text/plain; charset=utf-8", fault->toUtf8() + '\n' };
    return { 200, "application/json", added(std::get<Rule>(std::move(rule))) };
}

RestReply destinations(Rules &rules, const QByteArray &method, const QByteArray &body)
{
    if (!adds(method))
        return wrongMethod("POST, PUT");
    return add<Destination>(body, destinationFrom,
                            [&](Destination rule) { return toJson(addGiven(rules, std::move(rule))); });
}

RestReply streams(Rules &rules, const QByteArray &method, const QByteArray &body)
{
    if (!adds(method))
        return wrongMethod("POST, PUT");
    return add<StreamRule>(body, streamFrom, [&](const StreamRule &rule) {
        rules.addStream(rule.stream, rule.feeds);
        return streamJson(rule.stream.startsWith(u'/') ? rule.stream.mid(1) : rule.stream, rule.feeds);
    });
}

bool meansAll(const QString &name)
{
    return name == u"all" || name == kDeleteAll;
}

RestReply destination(Rules &rules, const QByteArray &method, const QString &id)
{
    if (method == "GET") {
        const bool isAll = id == u"all";
        return { 200, "application/json",
                 isAll ? toJson(rules.destinations()) : toJson(rules.destination(id).value_or(Destination())) };
    }
    if (method != "DELETE")
        return wrongMethod("GET, DELETE");
    if (meansAll(id)) {
        rules.removeAllDestinations();
        return { 200, "application/json", toJson(kDeleteAll) };
    }
    rules.removeDestination(id);
    return { 200, "application/json", toJson(id) };
}

RestReply stream(Rules &rules, const QByteArray &method, const QString &name)
{
    if (method == "GET") {
        if (name == u"all")
            return { 200, "application/json", toJson(rules.streams()) };
        const auto found = rules.streams().find(name);
        return found == rules.streams().end() ? notFound("Stream not found\n")
                                              : RestReply { 200, "application/json", toJson(found->second) };
    }
    if (method != "DELETE")
        return wrongMethod("GET, DELETE");
    if (meansAll(name)) {
        rules.removeAllStreams();
        return { 200, "application/json", toJson(kDeleteAll) };
    }
    rules.removeStream(name);
    return { 200, "application/json", toJson(name) };
}

} // namespace

bool isRestPath(QByteArrayView path)
{
    return path == "/healthcheck" || path == "/api" || path.startsWith("/api/");
}

bool isName(QByteArrayView name)
{
    const auto isAllowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_'
            || c == '.' || c == '/';
    };
    return !name.isEmpty() && name.size() <= kMaxName && std::all_of(name.begin(), name.end(), isAllowed);
}

Destination addGiven(Rules &rules, Destination rule)
{
    if (rule.token == kHiddenToken) {
        // Nobody may have a token sent elsewhere that he was not shown.
        const auto before = rules.destination(rule.id);
        rule.token = before && before->destination == rule.destination ? before->token : QString();
    }
    const QString id = rule.id;
    const Destination given = rule;
    return rules.addDestination(std::move(rule)) ? *rules.destination(id) : given;
}

RestReply answerRest(Rules &rules, const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    if (path == "/healthcheck")
        return method == "GET" ? RestReply { 200, "application/json", "\"ok\"\n" } : wrongMethod("GET");
    if (path == "/api" || path == "/api/")
        return {};
    if (path == kDestinations)
        return destinations(rules, method, body);
    if (path == kStreams)
        return streams(rules, method, body);
    for (const QByteArrayView kind : { kDestinations, kStreams }) {
        const QByteArrayView rest = QByteArrayView(path).sliced(std::min(path.size(), kind.size()));
        if (!path.startsWith(kind) || !rest.startsWith('/') || !isName(rest.sliced(1)))
            continue;
        const QString name = QString::fromLatin1(rest.sliced(1));
        return kind == kDestinations ? destination(rules, method, name) : stream(rules, method, name);
    }
    return notFound();
}

} // namespace relay::client::host

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/commandapi.h"

#include "client/host/restapi.h"
#include "client/host/rulejson.h"

#include <QJsonDocument>

namespace relay::client::host {

namespace {

constexpr char kUnrecognised[] = R"({"error":"unrecognised Command"})";

struct Command
{
    QString verb;
    QString what;
    QString which;
    std::optional<QJsonObject> rule;
};

std::optional<Command> parse(QByteArrayView text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toByteArray());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    Command command { valueOf(object, QLatin1String("verb")).toString(),
                      valueOf(object, QLatin1String("what")).toString(),
                      valueOf(object, QLatin1String("which")).toString(),
                      {} };
    if (const QJsonValue rule = valueOf(object, QLatin1String("rule")); rule.isObject())
        command.rule = rule.toObject();
    return command;
}

QByteArray deleted(const QString &name)
{
    return R"({"deleted":)" + toJson(name) + '}';
}

QByteArray add(Rules &rules, const Command &command)
{
    if (!command.rule)
        return R"({"error":"add needs a rule"})";
    if (command.what == u"destination") {
        const auto rule = destinationFrom(*command.rule);
        if (const auto *fault = std::get_if<QString>(&rule))
            return R"({"error":)" + toJson(*fault) + '}';
        return toJson(addGiven(rules, std::get<Destination>(rule)));
    }
    const auto rule = streamFrom(*command.rule);
    if (const auto *fault = std::get_if<QString>(&rule))
        return R"({"error":)" + toJson(*fault) + '}';
    const auto &[stream, feeds] = std::get<StreamRule>(rule);
    rules.addStream(stream, feeds);
    return streamJson(stream.startsWith(u'/') ? stream.mid(1) : stream, feeds);
}

QByteArray list(const Rules &rules, const Command &command)
{
    const bool isAll = command.which == u"all";
    if (command.what == u"destination") {
        return isAll ? toJson(rules.destinations()) : toJson(rules.destination(command.which).value_or(Destination()));
    }
    if (isAll)
        return toJson(rules.streams());
    const auto found = rules.streams().find(command.which);
    return R"({"feeds":)" + (found == rules.streams().end() ? QByteArray("null") : toJson(found->second)) + '}';
}

QByteArray removeDestination(Rules &rules, const QString &which)
{
    if (which == kApiRule)
        return R"({"error":"cannot delete apiRule"})";
    if (which != u"all" && which != kDeleteAll) {
        rules.removeDestination(which);
        return deleted(which);
    }
    rules.removeAllDestinations(kApiRule); // by which the answer may have to go
    return deleted(kDeleteAll);
}

QByteArray remove(Rules &rules, const Command &command)
{
    if (command.what == u"destination")
        return removeDestination(rules, command.which);
    if (command.which != u"all" && command.which != kDeleteAll) {
        rules.removeStream(command.which);
        return deleted(command.which);
    }
    rules.removeAllStreams();
    return deleted(kDeleteAll);
}

} // namespace

QByteArray answerCommand(Rules &rules, QByteArrayView text)
{
    const auto command = parse(text);
    if (!command)
        return kUnrecognised;
    if (command->verb == u"healthcheck")
        return R"({"healthcheck":"ok"})";
    if (command->what != u"destination" && command->what != u"stream")
        return kUnrecognised;
    if (command->verb == u"add")
        return add(rules, *command);
    if (command->verb == u"list" && !command->which.isEmpty())
        return list(rules, *command);
    if (command->verb == u"delete" && !command->which.isEmpty())
        return remove(rules, *command);
    return kUnrecognised;
}

} // namespace relay::client::host

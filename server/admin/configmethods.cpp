// SPDX-License-Identifier: GPL-3.0-or-later
// How this relayd is set up: its options, reading them again, its log.
#include "common/admin/jsonwriter.h"
#include "common/admin/message.h"
#include "common/log/log.h"
#include "server/admin/facilities.h"
#include "server/admin/methods.h"
#include "server/admin/returnpath.h"

#include <QRegularExpression>

namespace relay::admin::calls {

namespace {

Error cannot(const char *what)
{
    return { ErrorClass::Conflict, QStringLiteral("This relayd cannot %1.").arg(QLatin1String(what)) };
}

} // namespace

void configGet(const CallContext &context, Arguments &, Answer answer)
{
    if (!context.facilities || !context.facilities->config)
        return answer(cannot("tell its configuration"));
    context.facilities->config([home = context.wayHome, answer = std::move(answer)](const QJsonArray &options) {
        home->post([answer, options] { answer(QByteArray("{\"options\":" + toJson(options) + '}')); });
    });
}

void serverReload(const CallContext &context, Arguments &, Answer answer)
{
    if (!context.facilities || !context.facilities->reload)
        return answer(cannot("read its configuration again"));
    context.facilities->reload([home = context.wayHome, answer = std::move(answer)](const Reloaded &reloaded) {
        home->post([answer, reloaded] {
            if (reloaded.isDone)
                answer(QByteArray("{\"said\":" + toJson(QJsonArray::fromStringList(reloaded.said)) + '}'));
            else
                answer(Error { ErrorClass::Conflict, reloaded.said.join(QLatin1Char(' ')) });
        });
    });
}

void logLevel(const CallContext &, Arguments &arguments, Answer answer)
{
    const QString category = arguments.name(QLatin1String("category"), 100);
    const QString name = arguments.name(QLatin1String("level"), 16);
    if (arguments.error())
        return answer(*arguments.error());
    static const QRegularExpression kCategory(QStringLiteral("^(\\*|[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*(\\.\\*)?)$"));
    const auto level = log::levelOf(name);
    if (!kCategory.match(category).hasMatch())
        return answer(
            Error { ErrorClass::InvalidParams,
                    QStringLiteral("\"category\" must be one, such as relay.front, or several: relay.* or *.") });
    if (!level && name != u"default")
        return answer(Error { ErrorClass::InvalidParams,
                              QStringLiteral("\"level\" must be debug, info, warn, error or default.") });
    if (!log::setCategory(category, level))
        return answer(Error { ErrorClass::LimitReached,
                              QStringLiteral("%1 categories have levels of their own, which is as many as may; set some "
                                             "to default.")
                                  .arg(log::kMaxCategories) });
    answer(QByteArrayLiteral("{}"));
}

} // namespace relay::admin::calls

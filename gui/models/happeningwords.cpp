// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/happeningwords.h"

#include "gui/models/addresses.h"
#include "gui/models/dictionary.h"
#include "gui/models/format.h"

namespace relay::gui::happening {

namespace {

class HappeningWords
{
    Q_DECLARE_TR_FUNCTIONS(HappeningWords)
};

} // namespace

QString kindWord(const QString &code)
{
    static const Dictionary words {
        { QStringLiteral("started"), QT_TRANSLATE_NOOP3("HappeningWords", "Start", "Kind of an event") },
        { QStringLiteral("slow-reader"), QT_TRANSLATE_NOOP3("HappeningWords", "Slow reader", "Kind of an event") },
        { QStringLiteral("dropping"), QT_TRANSLATE_NOOP3("HappeningWords", "Losses", "Kind of an event") },
        { QStringLiteral("recovered"), QT_TRANSLATE_NOOP3("HappeningWords", "Recovered", "Kind of an event") },
        { QStringLiteral("topic-opened"), QT_TRANSLATE_NOOP3("HappeningWords", "Topic opened", "Kind of an event") },
        { QStringLiteral("topic-closed"), QT_TRANSLATE_NOOP3("HappeningWords", "Topic closed", "Kind of an event") },
        { QStringLiteral("refused"), QT_TRANSLATE_NOOP3("HappeningWords", "Refused", "Kind of an event") },
        { QStringLiteral("loop-lag"), QT_TRANSLATE_NOOP3("HappeningWords", "Lag", "Kind of an event") },
        { QStringLiteral("descriptor-limit"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Connection limit", "Kind of an event") },
        { QStringLiteral("memory-limit"), QT_TRANSLATE_NOOP3("HappeningWords", "Memory limit", "Kind of an event") },
        { QStringLiteral("certificate"), QT_TRANSLATE_NOOP3("HappeningWords", "Certificate", "Kind of an event") },
        { QStringLiteral("alert-raised"), QT_TRANSLATE_NOOP3("HappeningWords", "Alert", "Kind of an event") },
        { QStringLiteral("alert-cleared"), QT_TRANSLATE_NOOP3("HappeningWords", "Alert over", "Kind of an event") },
        { QStringLiteral("kick"), QT_TRANSLATE_NOOP3("HappeningWords", "Kick", "Kind of an event") },
        { QStringLiteral("deny"), QT_TRANSLATE_NOOP3("HappeningWords", "Deny list", "Kind of an event") },
        { QStringLiteral("tap"), QT_TRANSLATE_NOOP3("HappeningWords", "Tap", "Kind of an event") },
        { QStringLiteral("drain"), QT_TRANSLATE_NOOP3("HappeningWords", "Drain", "Kind of an event") },
        { QStringLiteral("reload"), QT_TRANSLATE_NOOP3("HappeningWords", "Reload", "Kind of an event") },
        { QStringLiteral("log"), QT_TRANSLATE_NOOP3("HappeningWords", "Log level", "Kind of an event") },
        { QStringLiteral("alerts"), QT_TRANSLATE_NOOP3("HappeningWords", "Thresholds", "Kind of an event") },
    };
    return lookUp(words, "HappeningWords", code);
}

QString actionWord(const QString &action)
{
    static const Dictionary words {
        { QStringLiteral("connections.kick"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Kick", "What somebody did to the relay") },
        { QStringLiteral("deny.add"), QT_TRANSLATE_NOOP3("HappeningWords", "Deny", "What somebody did to the relay") },
        { QStringLiteral("deny.remove"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Allow again", "What somebody did to the relay") },
        { QStringLiteral("action.undo"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Undo", "What somebody did to the relay") },
        { QStringLiteral("tap.open"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Open a tap", "What somebody did to the relay") },
        { QStringLiteral("tap.close"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Close a tap", "What somebody did to the relay") },
        { QStringLiteral("job.cancel"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Cancel a job", "What somebody did to the relay") },
        { QStringLiteral("server.drain"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Drain", "What somebody did to the relay") },
        { QStringLiteral("server.reload"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Reload", "What somebody did to the relay") },
        { QStringLiteral("log.level"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Log level", "What somebody did to the relay") },
        { QStringLiteral("alerts.set"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Set thresholds", "What somebody did to the relay") },
        { QStringLiteral("config.get"),
          QT_TRANSLATE_NOOP3("HappeningWords", "Read configuration", "What somebody did to the relay") },
    };
    return lookUp(words, "HappeningWords", action);
}

QString tapEnd(const QString &reason)
{
    static const Dictionary words {
        { QStringLiteral("time"), QT_TRANSLATE_NOOP3("HappeningWords", "its time was over", "Why a tap ended") },
        { QStringLiteral("messages"), QT_TRANSLATE_NOOP3("HappeningWords", "it had its messages", "Why a tap ended") },
        { QStringLiteral("closed"), QT_TRANSLATE_NOOP3("HappeningWords", "it was closed", "Why a tap ended") },
        { QStringLiteral("busy"),
          QT_TRANSLATE_NOOP3("HappeningWords", "it was not read fast enough", "Why a tap ended") },
        { QStringLiteral("gone"), QT_TRANSLATE_NOOP3("HappeningWords", "what it was on has gone", "Why a tap ended") },
    };
    return lookUp(words, "HappeningWords", reason);
}

QString targetText(const QString &kind, const QString &name, const QString &text)
{
    if (kind == QLatin1String("everybody"))
        return HappeningWords::tr("everybody", "Whom an order is about");
    if (kind == QLatin1String("connections"))
        return HappeningWords::tr("%n connection(s)", "Whom an order is about", name.toInt());
    static const Dictionary forms {
        { QStringLiteral("connection"),
          QT_TRANSLATE_NOOP3("HappeningWords", "connection %1", "Whom or what an order is about") },
        { QStringLiteral("booking"),
          QT_TRANSLATE_NOOP3("HappeningWords", "booking %1", "Whom or what an order is about") },
        { QStringLiteral("subject"),
          QT_TRANSLATE_NOOP3("HappeningWords", "subject %1", "Whom or what an order is about") },
        { QStringLiteral("address"),
          QT_TRANSLATE_NOOP3("HappeningWords", "address %1", "Whom or what an order is about") },
        { QStringLiteral("addresses"),
          QT_TRANSLATE_NOOP3("HappeningWords", "addresses %1", "Whom or what an order is about") },
        { QStringLiteral("topic"), QT_TRANSLATE_NOOP3("HappeningWords", "topic %1", "Whom or what an order is about") },
        { QStringLiteral("filter"),
          QT_TRANSLATE_NOOP3("HappeningWords", "all that match %1", "Whom or what an order is about") },
        { QStringLiteral("job"), QT_TRANSLATE_NOOP3("HappeningWords", "job %1", "Whom or what an order is about") },
        { QStringLiteral("undo"), QT_TRANSLATE_NOOP3("HappeningWords", "order %1", "Whom or what an order is about") },
        { QStringLiteral("tap"), QT_TRANSLATE_NOOP3("HappeningWords", "tap %1", "Whom or what an order is about") },
    };
    const QString shown = format::isolated(addresses::shown(name));
    if (const auto form = forms.constFind(kind); form != forms.cend() && !name.isEmpty())
        return HappeningWords::tr(form->text, form->comment).arg(shown);
    const bool isNamed = kind.isEmpty() || kind == QLatin1String("log");
    return isNamed && !name.isEmpty() ? shown : addresses::shown(text);
}

} // namespace relay::gui::happening

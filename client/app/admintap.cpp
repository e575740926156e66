// SPDX-License-Identifier: GPL-3.0-or-later
// `relay admin tap`: messages as they pass, until a bound is reached or the user has seen enough.
#include "client/admin/tap.h"

#include "client/app/adminacts.h"
#include "client/app/adminoutput.h"
#include "client/app/console.h"
#include "client/app/signals.h"
#include "client/app/tapviews.h"
#include "common/format/escape.h"

#include <QEventLoop>

namespace relay::client {

namespace {

TapOrder orderOf(const AdminOptions &options)
{
    const QString target = options.operands.value(0);
    TapOrder order;
    bool isNumber = false;
    order.connection = target.toULongLong(&isNumber);
    if (!isNumber)
        order.topic = target;
    order.direction = options.acts.direction;
    order.form = options.acts.form == u"mpegts" ? options.acts.form : QString();
    order.previewBytes = options.acts.previewBytes;
    order.maxMessages = options.acts.maxMessages;
    order.maxSeconds = int(options.acts.length.count());
    order.sample = options.acts.sample;
    return order;
}

QString endText(const QString &reason)
{
    if (reason == u"messages")
        return QStringLiteral("the tap has ended: as many messages as it may have (--messages)");
    if (reason == u"time")
        return QStringLiteral("the tap has ended: time is up (--for)");
    if (reason == u"gone")
        return QStringLiteral("the tap has ended: what it was on is not there any more");
    if (reason == u"busy")
        return QStringLiteral("the tap has ended: the messages were not taken fast enough");
    if (reason == u"lost")
        return QStringLiteral("contact with relayd was lost");
    return {};
}

} // namespace

int tap(const AdminOptions &options)
{
    if (options.operands.size() != 1 || options.operands.first().isEmpty()) {
        console::error(QStringLiteral("tap takes one topic or the id of a connection, such as /out/demo or 12."));
        return console::kUsage;
    }
    Signals signals;
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const TapForm form = tapFormOf(options.acts.form);
    Tap tap(calls.client());
    QEventLoop loop;
    int code = console::kSuccess;
    QObject::connect(&tap, &Tap::failed, &loop, [&](const QString &, const QString &text) {
        console::error(format::escaped(text));
        loop.exit(code = console::kFailure);
    });
    QObject::connect(&tap, &Tap::received, &loop, [&](const TapMessage &message) {
        if (options.isJson)
            printJson(tapObject(message));
        else
            console::out(tapText(message, form));
    });
    QObject::connect(&tap, &Tap::ended, &loop, [&](const QString &reason) {
        if (const QString text = endText(reason); !text.isEmpty())
            console::error(text);
        const bool isWell = reason == u"messages" || reason == u"time" || reason == u"gone";
        loop.exit(code = isWell ? console::kSuccess : console::kFailure);
    });
    QObject::connect(&signals, &Signals::asked, &loop, &QEventLoop::quit);
    tap.open(orderOf(options));
    loop.exec();
    return code;
}

} // namespace relay::client

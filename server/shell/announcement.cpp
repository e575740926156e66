// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shell/announcement.h"

#include "server/access/apianswers.h"

#include <QStringBuilder>

namespace relay::shell {

namespace {

void add(QByteArray &text, const char *name, const QByteArray &value)
{
    text += ",\"";
    text += name;
    text += "\":";
    text += access::jsonString(QString::fromUtf8(value));
}

QByteArray begun(const char *action, const QByteArray &uri, const QByteArray &uuid)
{
    QByteArray text = QByteArray("{\"action\":\"") + action + '"';
    add(text, "uri", uri);
    add(text, "uuid", uuid);
    return text;
}

} // namespace

QByteArray connectText(const Announcement &announcement)
{
    QByteArray text = begun("connect", announcement.uri, announcement.uuid);
    if (!announcement.resume.isEmpty())
        add(text, "resume", announcement.resume);
    if (!announcement.protocol.isEmpty())
        add(text, "protocol", announcement.protocol);
    if (!announcement.target.isEmpty())
        add(text, "target", announcement.target);
    return text + '}';
}

QByteArray disconnectText(const QByteArray &uri, const QByteArray &uuid)
{
    return begun("disconnect", uri, uuid) + '}';
}

} // namespace relay::shell

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/announcement.h"

#include "common/shell/protocol.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace relay::client::shell {

std::optional<Announcement> parseAnnouncement(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    const QString action = text("action");
    if (action != u"connect" && action != u"disconnect")
        return std::nullopt;
    Announcement announcement { .isConnect = action == u"connect", .uri = text("uri"), .uuid = text("uuid") };
    if (announcement.isConnect && announcement.uri.isEmpty())
        return std::nullopt;
    if (text("protocol") == QLatin1String(relay::shell::kProtocol)
        && relay::shell::isResumeId(text("resume").toUtf8())) {
        announcement.resume = text("resume");
        announcement.target = text("target");
    }
    return announcement;
}

} // namespace relay::client::shell

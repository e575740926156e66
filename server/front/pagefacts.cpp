// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/pagefacts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace relay::front {

QByteArray pageFacts(const Policy &policy)
{
    QJsonArray origins;
    for (const QByteArray &origin : policy.allowedOrigins)
        origins.append(QString::fromUtf8(origin));
    const bool isSecured = policy.mode == Mode::Secured;
    const QJsonObject facts { { QStringLiteral("secured"), isSecured },
                              { QStringLiteral("openTopics"), !isSecured || policy.hasOpenTopics },
                              { QStringLiteral("origins"), origins } };
    return QJsonDocument(facts).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace relay::front

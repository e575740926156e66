// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/alertfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSaveFile>

namespace relay::admin {

namespace {

Q_LOGGING_CATEGORY(lcAlerts, "relay.alerts")

constexpr qint64 kLargest = 64 * 1024; // bytes; 64 rules need less than half

} // namespace

std::optional<std::vector<AlertRule>> loadAlertRules(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    QString problem;
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonDocument document = QJsonDocument::fromJson(file.read(kLargest));
        auto read = readAlertRules(document.array());
        if (document.isArray() && std::holds_alternative<std::vector<AlertRule>>(read))
            return std::get<std::vector<AlertRule>>(std::move(read));
        problem = document.isArray() ? std::get<Error>(read).text : QStringLiteral("it is no JSON array");
    } else {
        problem = file.errorString();
    }
    qCWarning(lcAlerts).noquote() << "the usual alert rules hold, since" << path << "cannot be used:" << problem;
    return std::nullopt;
}

QString saveAlertRules(const QString &path, const std::vector<AlertRule> &rules)
{
    JsonWriter out;
    writeAlertRules(out, rules);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(out.take().append('\n')) > 0 && file.commit())
        return {};
    return QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString());
}

} // namespace relay::admin

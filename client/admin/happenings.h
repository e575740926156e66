// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QVector>

//! What a relayd tells of what happened, was ordered, and is wrong. Times are ms since the epoch by the server's clock.
namespace relay::client {

//! Something that happened to the relay or was done to it.
struct Event
{
    quint64 n = 0; //!< its number in this run of relayd, from 1
    qint64 at = 0;
    QString level; //!< info, warning, error
    QString code;  //!< a stable word: slow-reader, dropping, recovered, topic-opened, ...
    QString text;  //!< a sentence
    QJsonObject data;
};

//! One order and what came of it.
struct AuditRecord
{
    quint64 n = 0;
    qint64 at = 0;
    qint64 uid = 0;
    QString user;
    qint64 pid = 0;
    QString client; //!< the program, as it calls itself
    QString action; //!< the method: connections.kick, ...
    QString target;
    QString reason;
    QString result;
    bool isRefused = false;
    QString targetKind = {}; //!< a stable word: connection, booking, ...; none of an older relayd
    QString targetName = {};
};

//! When to raise an alert: while the metric is above (or below) the threshold for so long.
struct AlertRule
{
    QString id;
    QString metric; //!< see common/admin/figures.h, which has the units as well
    double threshold = 0;
    bool isBelow = false;
    qint64 forMs = 0;
    bool isEnabled = true;

    friend bool operator==(const AlertRule &, const AlertRule &) = default;
};

struct ActiveAlert
{
    QString id; //!< of the rule
    double value = 0;
    double threshold = 0;
    qint64 since = 0;
    QString text;

    friend bool operator==(const ActiveAlert &, const ActiveAlert &) = default;
};

//! From the members of a notification, or of a row as an object. What is missing stays empty.
[[nodiscard]] Event readEvent(const QJsonObject &object);
[[nodiscard]] AuditRecord readAuditRecord(const QJsonObject &object);
[[nodiscard]] AlertRule readAlertRule(const QJsonObject &object);
[[nodiscard]] QVector<AlertRule> readAlertRules(const QJsonValue &list);
[[nodiscard]] ActiveAlert readActiveAlert(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const AlertRule &rule);

} // namespace relay::client

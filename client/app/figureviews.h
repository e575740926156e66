// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/app/table.h"

#include <QJsonArray>
#include <QJsonObject>

//! Rows and objects of the figures' methods as people read them. Pure; times are shown in the local zone.
namespace relay::client {

[[nodiscard]] QString eventLine(const QJsonObject &event); //!< with its end
[[nodiscard]] QString orderLine(const QJsonObject &order);
[[nodiscard]] QString alertLine(const QJsonObject &alert);
[[nodiscard]] Table closedTable(const QJsonArray &closed);
[[nodiscard]] Table historyTable(const QJsonObject &history); //!< only what is known
[[nodiscard]] QString alertsText(const QJsonObject &list);
[[nodiscard]] Table configTable(const QJsonArray &options);
[[nodiscard]] QString routeText(const QJsonObject &route);

} // namespace relay::client

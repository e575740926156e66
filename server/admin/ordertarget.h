// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace relay::admin {

/*!
 * Whom or what an order is about. The kind is a stable word, so that programs can say it in their own language: connection,
 * connections (the name is their number), booking, subject, address, addresses (a network), topic, filter, everybody, log,
 * job, undo, tap; empty: the name says it.
 */
struct OrderTarget
{
    QString kind = {};
    QString name = {};

    [[nodiscard]] QString text() const; //!< "booking b1"; empty: it is about the relay
};

//! By the arguments of the order.
[[nodiscard]] OrderTarget targetOf(const QJsonObject &params);
//! Adds targetKind and targetName, as events and the audit tell it.
void addTarget(QJsonObject &data, const OrderTarget &target);

} // namespace relay::admin

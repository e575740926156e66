// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/jsonwriter.h"
#include "server/admin/auditlog.h"
#include "server/admin/eventlog.h"

#include <QStringList>

//! Events and orders as JSON: as members of a notification, and as rows of a list. Pure.
namespace relay::admin {

void writeEvent(JsonWriter &out, const Event &event);
void writeOrder(JsonWriter &out, const AuditRecord &record);

/*!
 * {columns, rows, lost}: those from number `since` on, oldest first, at most `limit`, and no more than fit into a line; `lost`
 * are those from `since` on that the list holds no longer. Without `since` (0) the newest `limit`.
 */
[[nodiscard]] QByteArray listOf(const Ring<Event> &ring, std::uint64_t since, std::int64_t limit);
[[nodiscard]] QByteArray listOf(const Ring<AuditRecord> &ring, std::uint64_t since, std::int64_t limit);

} // namespace relay::admin

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/column.h"

#include <QByteArray>
#include <QVector>

class QAbstractItemModel;

/*!
 * Tables as files for other programs: values unformatted, names of columns stable and with their unit, times in ISO 8601.
 * Addresses are personal data: masked unless somebody wants them, and always while the window masks them (addresses.h).
 */
namespace relay::gui::tableexport {

struct Plan
{
    const QAbstractItemModel *model = nullptr; //!< rows in its order
    QVector<ColumnSpec> specs;                 //!< of all its columns
    QVector<int> columns; //!< those that are wanted, as they stand; lines of the last minute are left out
    bool isMasked = true;
};

[[nodiscard]] QByteArray csv(const Plan &plan);  //!< RFC 4180, UTF-8, names in the first line
[[nodiscard]] QByteArray json(const Plan &plan); //!< an array of objects

//! "203.0.113.87:51234" is "203.0.113.x", "[2001:db8:91::e3:4]:1" "2001:db8:91:x"; what is no address stays.
[[nodiscard]] QString maskedAddress(const QString &address);

} // namespace relay::gui::tableexport

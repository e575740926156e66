// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/column.h"

#include <QByteArray>
#include <QVector>

class QAbstractItemModel;

/*!
 * Tables as files for other programs: values unformatted, names of columns stable and with their unit, times in ISO 8601.
 * Addresses are personal data: masked unless somebody wants them, in columns of them and in what people and the relay write
 * about them; always while the window masks them (addresses.h).
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

} // namespace relay::gui::tableexport

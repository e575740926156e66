// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"
#include "common/admin/jsonwriter.h"
#include "server/admin/denydesk.h"
#include "server/admin/serverinfo.h"
#include "server/stats/ledger.h"

#include <QStringList>

#include <variant>
#include <vector>

/*!
 * Values of connections, topics, totals and bookings as JSON, by column. A column set is chosen once per list or subscription;
 * writing a row then costs no look-up by name. Pure.
 */
namespace relay::admin {

struct TotalsView
{
    const stats::Ledger &ledger;
    std::int64_t uptimeMs = 0;
};

//! The columns of one kind of row, in the order asked for.
template<typename Record>
class ColumnSet
{
public:
    using Write = void (*)(JsonWriter &, const Record &);
    struct Column
    {
        QLatin1String name;
        Write write;
    };

    //! Columns by name; an empty list means `defaults`. The id always comes first, asked for or not.
    [[nodiscard]] static std::variant<ColumnSet, Error> choose(const QStringList &names, const QStringList &defaults);

    void writeNames(JsonWriter &out) const;
    void writeRow(JsonWriter &out, const Record &record) const;
    //! The same values as one object.
    void writeObject(JsonWriter &out, const Record &record) const; //!< between beginObject and endObject

private:
    std::vector<Column> m_columns;
};

using ConnectionColumns = ColumnSet<stats::ConnectionEntry>;
using TopicColumns = ColumnSet<stats::TopicEntry>;
using ShellColumns = ColumnSet<stats::ShellEntry>;
using TotalsColumns = ColumnSet<TotalsView>;
using DeniedColumns = ColumnSet<DeniedBooking>;

extern template class ColumnSet<stats::ConnectionEntry>;
extern template class ColumnSet<stats::TopicEntry>;
extern template class ColumnSet<stats::ShellEntry>;
extern template class ColumnSet<TotalsView>;
extern template class ColumnSet<DeniedBooking>;

//! The default columns of a stream ("connections", ...), and of both connection streams together.
[[nodiscard]] QStringList defaultColumns(const QString &name);
[[nodiscard]] QStringList allConnectionColumns();

} // namespace relay::admin

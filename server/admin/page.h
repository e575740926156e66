// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"
#include "common/admin/jsonwriter.h"
#include "common/admin/protocol.h"
#include "server/admin/arguments.h"
#include "server/admin/filter.h"
#include "server/admin/rows.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

/*!
 * One page of a list: filtered, sorted by one column, from behind a cursor on. The cursor names the sort value and id
 * of the last row sent, so that rows that come and go meanwhile neither repeat nor hide others. Pure.
 */
namespace relay::admin {

struct PageRequest
{
    Filter filter;
    QString sortColumn; //!< empty: by id
    bool isDescending = false;
    int limit = kRowsPerMessage;
    QByteArray cursor; //!< empty: from the start
    QStringList fields;
};

//! Reads filter, sort, limit, cursor and fields; the error is in `arguments` or returned.
[[nodiscard]] std::variant<PageRequest, Error> readPageRequest(Arguments &arguments);

//! A value to sort by: numbers before texts, each in its own order.
struct SortKey
{
    bool isText = false;
    double number = 0;
    QByteArray text;

    friend bool operator<(const SortKey &a, const SortKey &b)
    {
        return std::tie(a.isText, a.number, a.text) < std::tie(b.isText, b.number, b.text);
    }
};

//! Where a row stands: by its value, then by its id.
struct Position
{
    SortKey value;
    SortKey id;

    friend bool operator<(const Position &a, const Position &b)
    {
        return std::tie(a.value, a.id) < std::tie(b.value, b.id);
    }
};

//! Of a row that was written with the id and, unless sorted by it, one more column.
[[nodiscard]] Position positionFromRow(const QByteArray &row);

template<typename Record>
Position positionOf(const ColumnSet<Record> &sortBy, const Record &record)
{
    JsonWriter row;
    sortBy.writeRow(row, record);
    return positionFromRow(row.bytes());
}

[[nodiscard]] QByteArray writeCursor(const Position &position);
[[nodiscard]] std::optional<Position> readCursor(const QByteArray &cursor);

inline constexpr qsizetype kPageBytes = 128 * 1024; //!< soft: one more row of any size still fits into a line

/*!
 * The page as a result. `records` are (pointer) candidates that passed the filter; every record is written with
 * `columns` and sorted by what `sortBy` writes as its second column (the first is the id).
 */
template<typename Record>
QByteArray writePage(const std::vector<const Record *> &records, const ColumnSet<Record> &columns,
                     const ColumnSet<Record> &sortBy, const PageRequest &request)
{
    using Place = std::pair<Position, const Record *>;
    const auto from = readCursor(request.cursor);
    const auto isBefore = [&](const Position &a, const Position &b) { return request.isDescending ? b < a : a < b; };
    std::vector<Place> places;
    for (const Record *record : records) {
        Place place { positionOf(sortBy, *record), record };
        if (!from || isBefore(*from, place.first))
            places.push_back(std::move(place));
    }
    const auto count = std::min(places.size(), std::size_t(request.limit));
    std::partial_sort(places.begin(), places.begin() + std::ptrdiff_t(count), places.end(),
                      [&](const Place &a, const Place &b) { return isBefore(a.first, b.first); });

    JsonWriter out;
    out.beginObject();
    out.key("columns");
    columns.writeNames(out);
    out.key("rows");
    out.beginArray();
    std::size_t written = 0;
    while (written < count && out.size() < kPageBytes)
        columns.writeRow(out, *places[written++].second);
    out.endArray();
    if (written < places.size() && written > 0) {
        out.key("cursor");
        out.utf8(writeCursor(places[written - 1].first));
    }
    out.endObject();
    return out.take();
}

} // namespace relay::admin

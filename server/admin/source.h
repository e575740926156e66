// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"
#include "common/admin/jsonwriter.h"
#include "server/admin/filter.h"
#include "server/stats/ledger.h"

#include <QStringList>

#include <memory>
#include <variant>

namespace relay::admin {

/*!
 * The rows of one subscription: all of them once, in parts, and then those that changed. Remembers names of what
 * changed and never values or messages, so its memory follows what exists, not how long a client sleeps. Lives as
 * long as its subscription; must not outlive the ledger.
 */
class Source
{
public:
    virtual ~Source() = default;

    virtual void restart() = 0; //!< the next part is the first of a new picture
    //! Writes elements of an open array until the part is full; true: there are more.
    virtual bool writePart(JsonWriter &rows) = 0;
    [[nodiscard]] virtual bool hasChanges() const = 0;
    //! Likewise, for what changed and what went since. Whatever is written is forgotten.
    virtual bool writeChanges(JsonWriter &set, JsonWriter &removed) = 0;
    virtual void writeColumns(JsonWriter &out) const = 0;
};

struct SourceRequest
{
    QString stream;
    QStringList columns;
    Filter filter;
    std::int64_t startedAt = 0; //!< of the server, for totals
};

//! A source that listens to this ledger; an error names what cannot be had.
[[nodiscard]] std::variant<std::unique_ptr<Source>, Error> makeSource(const SourceRequest &request,
                                                                      stats::Ledger &ledger);

} // namespace relay::admin

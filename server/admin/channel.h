// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/jsonwriter.h"
#include "server/admin/moment.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace relay::admin {

/*!
 * What one subscription or tap of a session sends: rows of a table, or notices as they come. It keeps a bounded amount,
 * whatever happens while the client does not read: next() is asked only when all that was sent before has left.
 */
class Channel
{
public:
    virtual ~Channel() = default;

    [[nodiscard]] virtual const QString &name() const = 0; //!< what the client calls it
    virtual void restart() = 0;                            //!< resync: all that is known, from the start
    //! The next line with its newline, or nothing while nothing is due.
    [[nodiscard]] virtual std::optional<QByteArray> next(const Moment &now) = 0;
    //! Members of the answer to `subscribe`, beside sub and stream.
    virtual void writeAnswer(JsonWriter &out) const = 0;
};

//! The start of a notification, up to its first member: {"jsonrpc":"2.0","method":METHOD,"params":{"KIND":NAME
inline void beginNotice(JsonWriter &out, QByteArrayView method, QByteArrayView kind, const QString &name)
{
    out.beginObject();
    out.key("jsonrpc");
    out.utf8("2.0");
    out.key("method");
    out.utf8(method);
    out.key("params");
    out.beginObject();
    out.key(kind);
    out.text(name);
}

//! Its end, as a line.
[[nodiscard]] inline QByteArray endNotice(JsonWriter &out)
{
    out.endObject();
    out.endObject();
    return out.take().append('\n');
}

} // namespace relay::admin

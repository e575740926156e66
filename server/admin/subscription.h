// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/source.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace relay::admin {

/*!
 * One subscription of one session: numbers its messages, and has at most one ready at any time. next() is asked when
 * the socket has drained; a client that reads slowly therefore gets fewer and larger deltas, never old ones. Pure.
 */
class Subscription
{
public:
    struct Setup
    {
        QString name; //!< what the client calls it
        QString stream;
        QString epoch;
        std::chrono::milliseconds interval { 1000 };
    };
    //! Steady milliseconds, and wall clock for the client.
    struct Moment
    {
        std::int64_t steady = 0;
        std::int64_t wall = 0;
    };

    Subscription(Setup setup, std::unique_ptr<Source> source);

    void restart(); //!< a new snapshot, at once
    //! The next line, or nothing while nothing is due.
    [[nodiscard]] std::optional<QByteArray> next(const Moment &now);
    [[nodiscard]] const QString &name() const { return m_setup.name; }
    [[nodiscard]] const Setup &setup() const { return m_setup; }
    [[nodiscard]] const Source &source() const { return *m_source; }

private:
    [[nodiscard]] QByteArray snapshotPart(const Moment &now);
    [[nodiscard]] QByteArray delta(const Moment &now);
    void beginMessage(JsonWriter &out, QByteArrayView method, const Moment &now);

    Setup m_setup;
    std::unique_ptr<Source> m_source;
    std::int64_t m_seq = 0;
    std::int64_t m_sentAt = 0; //!< when the last picture or first part of a delta went out
    int m_part = 0;            //!< -1: the snapshot is complete
    bool m_hasMore = false;    //!< a delta goes on
};

} // namespace relay::admin

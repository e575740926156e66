// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/channel.h"
#include "server/admin/source.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace relay::admin {

/*!
 * One subscription of one session: numbers its messages, and has at most one ready at any time. next() is asked when
 * the socket has drained; a client that reads slowly therefore gets fewer and larger deltas, never old ones. Pure.
 */
class Subscription : public Channel
{
public:
    struct Setup
    {
        QString name; //!< what the client calls it
        QString stream;
        QString epoch;
        std::chrono::milliseconds interval { 1000 };
    };
    Subscription(Setup setup, std::unique_ptr<Source> source);

    void restart() override; //!< a new snapshot, at once
    [[nodiscard]] std::optional<QByteArray> next(const Moment &now) override;
    [[nodiscard]] const QString &name() const override { return m_setup.name; }
    void writeAnswer(JsonWriter &out) const override;

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

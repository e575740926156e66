// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QtGlobal>

namespace relay::client {

/*!
 * Follows the sequence of one subscription and says what to do with each message. A snapshot comes in parts 0, 1, ...;
 * every message names its own `seq`, and all but the first part also the `prev` that it continues. Anything else means
 * that something was missed: the only cure is a new snapshot. Pure.
 */
class StreamCursor
{
public:
    enum class Step {
        Ignore,   //!< left over from before a resynchronisation
        Begin,    //!< first part of a snapshot: forget what was collected
        Continue, //!< a further part
        Update,   //!< a delta on a complete picture
        Resync,   //!< a gap: ask for a new snapshot, once
    };

    void reset(); //!< a new subscription: only a first part is welcome
    [[nodiscard]] Step onSnapshot(const QJsonObject &params);
    [[nodiscard]] Step onDelta(const QJsonObject &params);
    //! The picture is complete: a snapshot ended and nothing was missed since.
    [[nodiscard]] bool isComplete() const { return m_phase == Phase::Live; }

private:
    enum class Phase { Waiting, Snapshot, Live };
    [[nodiscard]] Step gap();
    [[nodiscard]] bool follows(const QJsonObject &params) const;

    Phase m_phase = Phase::Waiting;
    QString m_epoch;
    qint64 m_seq = 0;
};

} // namespace relay::client

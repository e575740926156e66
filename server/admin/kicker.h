// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/protocol.h"
#include "server/admin/returnpath.h"
#include "server/stats/feed.h"
#include "server/stats/ledger.h"

#include <QObject>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace relay::admin {

struct KickOutcome
{
    std::vector<stats::ConnectionId> kicked;
    std::vector<stats::ConnectionId> gone;
    std::vector<stats::ConnectionId> unanswered; //!< their worker said nothing in time
};

//! What the peer is told.
struct Closing
{
    std::uint16_t code = ws::close::kKicked;
    QByteArray reason; //!< at most 123 bytes, see closeReason()
};

/*!
 * Closes connections through their workers and waits for the answers, which come on the workers' threads and are
 * brought home to this object's. An answer that comes after this object's end goes nowhere, safely.
 */
class Kicker : public QObject
{
    Q_OBJECT
public:
    Kicker(const stats::Ledger &ledger, stats::Control &control, QObject *parent = nullptr);
    ~Kicker() override;

    using Done = std::function<void(const KickOutcome &)>;
    //! `done` is called once, on this thread, at the latest when the deadline has passed; perhaps before kick() returns.
    void kick(const std::vector<stats::ConnectionId> &ids, const Closing &closing, Done done);
    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }

private:
    struct Job;
    static void answer(const std::shared_ptr<Job> &job, stats::ConnectionId id, bool found);

    const stats::Ledger &m_ledger;
    stats::Control &m_control;
    std::shared_ptr<ReturnPath> m_wayHome;
    std::chrono::milliseconds m_deadline { 5000 };
};

//! Cut to what fits a close frame, 123 bytes of UTF-8, at a whole character.
[[nodiscard]] QByteArray closeReason(const QString &text);

} // namespace relay::admin

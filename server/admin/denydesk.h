// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/access.h"
#include "server/admin/returnpath.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace relay::admin {

//! What is denied or held, with what is known of how it came there. Times: ms since the epoch.
struct DeniedBooking
{
    QString id; //!< of a booking that itself, see idOf()
    std::int64_t until = 0;
    std::int64_t deniedAt = 0; //!< 0: not through this socket, or before relayd was started
    QString by;                //!< user; likewise empty
    QString reason;
    QLatin1String what = QLatin1String("booking"); //!< booking, subject, address, hold
};

struct DenyOrder
{
    access::Target target;
    std::int64_t until = 0; //!< ms since the epoch
    std::int64_t at = 0;    //!< now, likewise
    QString by;
    QString reason;
    access::Access::Cutting cutting = access::Access::Cutting::Now;
    std::int64_t steady = 0; //!< now, in steady ms: from then on it can be undone for a while
};

//! In lists: a booking is itself, others have what they are before them: "subject:ann", "address:192.0.2.0/24".
[[nodiscard]] QString idOf(const access::Target &target);
[[nodiscard]] access::Target targetOf(const QString &id);

/*!
 * Denies and allows for operators. The lists are access's; what this adds is that the caller's thread never waits for the
 * disk, who denied what, for as long as relayd runs, and for a minute the way back. Lives on the observers' thread.
 */
class DenyDesk : public QObject
{
    Q_OBJECT
public:
    //! Runs work on another thread, in the order in which it was given.
    using Elsewhere = std::function<void(std::function<void()> work)>;
    static constexpr std::size_t kMaxUndos = 256;
    static constexpr std::size_t kMaxNotes = 2000; //!< of who denied what; when there are more the oldest are forgotten

    //! Both must outlive the desk and all that it gives to `elsewhere`.
    DenyDesk(access::Access &access, Elsewhere elsewhere, QObject *parent = nullptr);
    ~DenyDesk() override;

    //! undo: a word for undo().
    using Denied = std::function<void(const access::Access::Denial &, const QString &undo)>;
    //! `done` is called later, on this thread, unless the desk ends before.
    void deny(const DenyOrder &order, Denied done);
    //! No value: it was not denied.
    using Lifted = std::function<void(std::optional<access::Access::Kept>)>;
    void lift(const access::Target &target, Lifted done);
    //! What was before a denial is again. No value: too late, or it has been changed since.
    void undo(const QString &undo, std::int64_t steady, Lifted done);

    //! The addresses of these connections may not come back to their topics for so long. How many are held.
    int hold(const std::vector<access::Access::Held> &connections, std::chrono::seconds length,
             const DeniedBooking &note);
    //! By the id that denied() has. False: there is none.
    [[nodiscard]] bool endHold(const QString &id);

    [[nodiscard]] std::vector<DeniedBooking> denied(); //!< by what, then by id; holds last
    [[nodiscard]] std::vector<access::Booking> allowed() const { return m_access.allowed(); }
    [[nodiscard]] std::size_t deniedCount() const { return m_access.figures().denied; }
    [[nodiscard]] std::size_t noteCount() const { return m_notes.size(); }
    [[nodiscard]] bool isDurable() const { return m_access.isDurable(); }

private:
    struct Undo
    {
        QString word;
        access::Target target;
        std::optional<std::int64_t> before; //!< seconds since the epoch
        std::uint64_t version = 0;
        std::optional<DeniedBooking> note; //!< of what was before
        std::int64_t until = 0;            //!< steady ms
    };
    void note(const DeniedBooking &note);
    [[nodiscard]] QString remember(const DenyOrder &order, const access::Access::Denial &denial);

    access::Access &m_access;
    Elsewhere m_elsewhere;
    std::shared_ptr<ReturnPath> m_wayHome;
    std::map<QString, DeniedBooking> m_notes; //!< of those that are denied, by id
    std::deque<Undo> m_undos;                 //!< the newest last
};

} // namespace relay::admin

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/access.h"
#include "server/admin/returnpath.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace relay::admin {

//! A booking on the deny list, with what is known of how it came there. Times: ms since the epoch.
struct DeniedBooking
{
    QString id;
    std::int64_t until = 0;
    std::int64_t deniedAt = 0; //!< 0: not through this socket, or before relayd was started
    QString by;                //!< user; likewise empty
    QString reason;
};

/*!
 * Denies and allows bookings for operators. The lists are access's; what this adds is that the caller's thread never
 * waits for the disk, and who denied what, for as long as relayd runs. Lives on the observers' thread.
 */
class DenyDesk : public QObject
{
    Q_OBJECT
public:
    //! Runs work on another thread, in the order in which it was given.
    using Elsewhere = std::function<void(std::function<void()> work)>;

    //! Both must outlive the desk and all that it gives to `elsewhere`.
    DenyDesk(access::Access &access, Elsewhere elsewhere, QObject *parent = nullptr);
    ~DenyDesk() override;

    using Denied = std::function<void(const access::Access::Denial &)>;
    //! Times of the order: ms since the epoch. `done` is called later, on this thread, unless the desk ends before.
    void deny(const DeniedBooking &order, Denied done);
    //! No value: it was not denied.
    using Allowed = std::function<void(std::optional<access::Access::Kept>)>;
    void allow(const QString &bookingId, Allowed done);

    [[nodiscard]] std::vector<DeniedBooking> denied(); //!< by id
    [[nodiscard]] std::vector<access::Booking> allowed() const { return m_access.allowed(); }
    [[nodiscard]] std::size_t deniedCount() const { return m_access.figures().denied; }
    [[nodiscard]] bool isDurable() const { return m_access.isDurable(); }

private:
    access::Access &m_access;
    Elsewhere m_elsewhere;
    std::shared_ptr<ReturnPath> m_wayHome;
    std::map<QString, DeniedBooking> m_notes; //!< of those that are denied, by id
};

} // namespace relay::admin

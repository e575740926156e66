// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/barrier.h"
#include "server/access/bookings.h"
#include "server/access/grant.h"
#include "server/access/refusal.h"

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace relay::access {

struct Limits
{
    int connectionsPerAddress = 512; //!< 0: no limit
    int connectionsPerBooking = 64;  //!< 0: no limit
    int sessionsPerToken = 0;        //!< connections and unused codes; 0: no limit
    int codesPerBooking = 64;        //!< unused at once
    int failuresPerMinute = 30;      //!< failed exchanges of one address; 429 above
    std::int64_t codeLifetimeMs = 30'000;
    bool sparesLoopback = false; //!< open mode: the limit per address is not for 127.0.0.0/8 and ::1
};

struct Figures
{
    std::size_t codes = 0;  //!< unused
    std::size_t denied = 0; //!< bookings
    std::array<std::uint64_t, kReasons> refusals {};
};

/*!
 * The one place that knows codes, bookings and live connections, behind one lock: between the check of a booking, the
 * grant and the connection's entry nothing comes. Used for connections, never for messages. Any thread.
 */
class Access
{
public:
    using Clock = std::function<std::int64_t()>; //!< ms
    //! Ends live connections by id, wherever they are. Called on the thread that denied, after the lock is released.
    //! why: a short text for the close frame.
    using Cut = std::function<void(const std::vector<stats::ConnectionId> &ids, const QByteArray &why)>;

    //! monotonic: ages of codes. wall: expiry of bookings, ms since the epoch. Without clocks: the machine's.
    explicit Access(Limits limits, Clock monotonic = {}, Clock wall = {});
    ~Access();
    Access(const Access &) = delete;
    Access &operator=(const Access &) = delete;

    void setCut(Cut cut);
    //! For those who come from now on.
    void setLimits(const Limits &limits);

    /*!
     * Reads the deny list from this directory, which is made if need be (0700), and keeps it there from now on. Empty
     * on success, else a sentence. A torn last line is skipped with a warning.
     */
    [[nodiscard]] QString open(const QString &stateDirectory);
    [[nodiscard]] bool isDurable() const; //!< false: the last write to the state directory failed

    //! A code of 36 characters or more with 128 random bits, for one connection on grant.topic; remembers the booking.
    [[nodiscard]] std::variant<QByteArray, Refusal> grantCode(const Grant &grant);
    //! Uses a code up, whatever comes of it, and enters the connection.
    [[nodiscard]] std::variant<Grant, Refusal> redeem(QByteArrayView code, QByteArrayView kind, QByteArrayView topic,
                                                      const Visit &visit);
    //! Enters a connection that needs no code: an open topic (no grant), or one whose token came with it.
    [[nodiscard]] std::optional<Refusal> enter(const Visit &visit, const Grant *grant = nullptr);
    void leave(stats::ConnectionId id); //!< also of one that never entered
    /*!
     * Asked by the worker once the connection can be closed there: false when it was cut on its way. So either this
     * sees a denial, or the cut that follows it finds the connection.
     */
    [[nodiscard]] bool mayStay(stats::ConnectionId id) const;

    enum class Kept { Durably, InMemoryOnly };
    struct Denial
    {
        Kept kept = Kept::Durably;
        std::int64_t until = 0;                //!< when it ends; not before what was asked for
        std::vector<stats::ConnectionId> cut;  //!< those that were live
        std::optional<std::int64_t> before {}; //!< what was asked for by an earlier one that was in force
        std::uint64_t version = 0;             //!< for restore()
        bool isTooMany = false;                //!< nothing was done: as many are denied as may be
    };
    /*!
     * From now on nothing of this booking gets in; its codes are void and its connections cut. It lasts until `until`
     * or the latest expiry that was seen in a token of it. Written to disk, with fsync, when it returns.
     */
    Denial deny(const QString &bookingId, std::int64_t until);
    enum class Cutting { Now, Never };
    //! The same for anything that can be denied; of subjects and networks it lasts until then and no longer. Never: those
    //! who are connected stay.
    Denial deny(const Target &target, std::int64_t until, Cutting cutting);
    //! Nothing: it was not denied.
    std::optional<Kept> lift(const Target &target);
    //! As it was before the denial that gave these two, which shortens it perhaps. Nothing: it has been changed since.
    std::optional<Kept> restore(const Target &target, std::optional<std::int64_t> before, std::uint64_t version);
    Kept allow(const QString &bookingId, std::int64_t until);
    [[nodiscard]] bool isDenied(const QString &bookingId) const;
    [[nodiscard]] std::optional<std::int64_t> deniedUntil(const QString &bookingId) const;
    [[nodiscard]] std::optional<std::int64_t> deniedUntil(const Target &target) const;
    [[nodiscard]] std::vector<DeniedTarget> deniedTargets() const; //!< all, by what and key
    [[nodiscard]] std::vector<Booking> denied() const;             //!< by id
    [[nodiscard]] std::vector<Booking> allowed() const;            //!< by id
    struct Held
    {
        stats::ConnectionId id = 0;
        QByteArray topic;
    };
    /*!
     * The addresses of these connections, which are still here, may not come back to their topics for so long. Gives
     * those that are held, until in ms since the epoch; fewer when there are more than Barrier::kMaxHolds.
     */
    std::vector<Hold> hold(const std::vector<Held> &connections, std::chrono::seconds length);
    void endHold(const QHostAddress &address, const QByteArray &topic);
    [[nodiscard]] std::vector<Hold> holds() const; //!< untilMs: ms since the epoch
    //! Why this visitor is not let in before anything else is asked; counted. For calls that are no connections.
    [[nodiscard]] std::optional<Refusal> barred(const Visit &visit, const Grant *grant);

    //! Forgets codes and bookings whose time is over.
    void tidy();

    //! Live connections of a booking.
    [[nodiscard]] std::vector<stats::ConnectionId> connectionsOf(const QString &bookingId) const;
    void count(Reason reason); //!< a refusal that others decided on
    [[nodiscard]] Figures figures() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace relay::access

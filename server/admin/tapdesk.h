// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"
#include "server/admin/moment.h"
#include "server/admin/peer.h"
#include "server/admin/returnpath.h"
#include "server/stats/feed.h"
#include "server/stats/ledger.h"

#include <QByteArrayList>
#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <variant>

namespace relay::admin {

//! Which topics may be tapped at all. Topics of streams, such as shells, never may.
struct TapPolicy
{
    QByteArrayList patterns = {}; //!< of whole topics; "*" for all; none: taps are off
};

struct TapOrder
{
    stats::ConnectionId connection = 0; //!< 0: the topic
    QByteArray topic;
    stats::TapSpec spec; //!< its bounds; id and target are put in by the desk
    int maxMessages = 0;
    std::int64_t maxMs = 0;
};

//! A tap that is open, as every operator sees it.
struct OpenTap
{
    stats::TapId id = 0;
    Identity by;
    stats::ConnectionId connection = 0;
    QByteArray topic; //!< also of a connection: the one that it is on
    stats::TapSpec spec;
    std::int64_t openedAt = 0;  //!< wall clock, ms
    std::int64_t endsAt = 0;    //!< likewise, at the latest
    std::uint64_t messages = 0; //!< that its owner was sent
    int maxMessages = 0;
    std::int64_t endsSteady = 0;

    [[nodiscard]] QString target() const; //!< "topic /out/demo", "connection 7"
    [[nodiscard]] QLatin1String direction() const;
};

//! Whoever opened a tap. Must not open or close one from in here.
class TapOwner
{
public:
    virtual ~TapOwner() = default;
    virtual void tapped(stats::TapRecord record) = 0;
    virtual void tapEnded(QLatin1String reason) = 0; //!< by the desk: nothing comes after it
};

/*!
 * The taps of all operators: who may open one, where, and for how long. Fetches what the workers have seen a few times a
 * second. What passes is seen by the tap's owner alone; that it is open, by everybody.
 * Lives on the observers' thread.
 */
class TapDesk : public QObject, private stats::ChangeListener
{
    Q_OBJECT
public:
    TapDesk(stats::Ledger &ledger, stats::Control &control, TapPolicy policy, QObject *parent = nullptr);
    ~TapDesk() override;

    //! The owner must close it before it ends.
    [[nodiscard]] std::variant<stats::TapId, Error> open(const TapOrder &order, const Identity &by, TapOwner &owner,
                                                         const Moment &now);
    //! By its owner, who hears no more of it. Nothing happens when it is closed already.
    void close(stats::TapId id, QLatin1String reason);
    //! The owner was sent one more. True: that was the last one that it may have.
    [[nodiscard]] bool countSent(stats::TapId id);
    void advance(const Moment &now); //!< several times a second

    [[nodiscard]] const std::map<stats::TapId, OpenTap> &all() const { return m_taps; }
    [[nodiscard]] const OpenTap *find(stats::TapId id) const;
    //! Hears of each tap that has ended, and why.
    void setEnded(std::function<void(const OpenTap &, QLatin1String reason)> ended) { m_ended = std::move(ended); }
    [[nodiscard]] bool isOn() const { return !m_policy.patterns.isEmpty(); }

private:
    [[nodiscard]] std::optional<Error> faultOf(const TapOrder &order, const QByteArray &topic) const;
    void connectionClosed(stats::ConnectionId id) override;
    void topicGone(const QByteArray &id) override;
    void end(stats::TapId id, QLatin1String reason, bool tells);
    void order();
    void take(std::vector<stats::TapRecord> records);

    stats::Ledger &m_ledger;
    stats::Control &m_control;
    const TapPolicy m_policy;
    std::shared_ptr<ReturnPath> m_wayHome;
    std::map<stats::TapId, OpenTap> m_taps;
    std::map<stats::TapId, TapOwner *> m_owners;
    std::function<void(const OpenTap &, QLatin1String)> m_ended;
    stats::TapId m_lastId = 0;
};

} // namespace relay::admin

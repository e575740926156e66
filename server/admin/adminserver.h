// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/access.h"
#include "server/admin/drain.h"
#include "server/admin/facilities.h"
#include "server/admin/rolerule.h"
#include "server/admin/serverinfo.h"
#include "server/admin/tapdesk.h"
#include "server/admin/vitals.h"
#include "server/stats/feed.h"
#include "server/stats/ledger.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace relay::admin {

//! What an admin socket is about.
struct Setup
{
    ServerInfo info;
    access::Access *access = nullptr; //!< never none, in both modes; outlives the server
    VitalsSource vitals = {};         //!< called on the observers' thread
    QString stateDirectory = {};      //!< empty: nothing that is set outlives this run
    std::vector<RoleRule> roles = {}; //!< beside those that root, relayd's user and the group relay-admin have
    TapPolicy taps = {};
    DrainHooks drain = {};
    Facilities facilities = {};
};

/*!
 * The admin socket of a relayd: relay-admin/1 for the window, for `relay admin` and for scripts. Lives on the
 * observers' thread together with the ledger, which it also ticks; never waits for a client, and holds a bounded
 * amount for each. Workers are reached through `control` only.
 *
 *     Ledger ledger;                                      // all on the observers' thread
 *     AdminServer server(ledger, control, { makeServerInfo(version), &access });
 *     if (const auto error = server.start(path)) ...      // a sentence for the user: end with it
 *     ledger.apply(std::move(report));                    // for each report of a worker, in order
 */
class AdminServer : public QObject
{
    Q_OBJECT
public:
    AdminServer(stats::Ledger &ledger, stats::Control &control, const Setup &setup, QObject *parent = nullptr);
    ~AdminServer() override; //!< as stop()

    //! Takes the socket path, alone among all relayds, and listens. No value: it works.
    [[nodiscard]] std::optional<QString> start(const QString &path);
    //! Tells the clients, ends their sessions, removes the socket if it is still ours. Safe to call twice.
    void stop(const QString &reason = QStringLiteral("relayd ends"));

    [[nodiscard]] int sessionCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace relay::admin

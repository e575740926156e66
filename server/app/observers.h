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
#include "server/stats/inquiry.h"
#include "server/stats/metrics.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <memory>

namespace relay::app {

struct ObserverOptions
{
    QString adminSocket;
    std::vector<admin::RoleRule> adminRoles;
    admin::ServerInfo info;
    admin::Facilities facilities;
    admin::VitalsSource vitals;       //!< called on the observers' thread
    QString stateDirectory;           //!< empty: none
    access::Access *access = nullptr; //!< for operators; never none
    admin::TapPolicy taps = {};
    admin::DrainHooks drain = {};
    std::int64_t statsEveryMs = 5000; //!< between reports on the topic stats
    //! What access and front know; called on the observers' thread.
    std::function<stats::MetricsInput()> metricsInput;
};

/*!
 * The thread of those who look: the ledger of connections, the admin socket, the statistics websocket. The workers
 * feed it by value and never wait for it.
 */
class Observers : public QObject
{
    Q_OBJECT
public:
    explicit Observers(QObject *parent = nullptr);
    ~Observers() override;

    //! Opens the admin socket. Empty on success, else a sentence.
    [[nodiscard]] QString start(stats::Control &control, ObserverOptions options);
    //! No one looks any more; what is still reported is left. Before `control` goes.
    void stop();

    //! Any thread.
    void report(stats::Report report);
    void requestStats(int worker, stats::ConnectionId id);
    //! done is called on the observers' thread, and never after stop().
    void inquire(stats::Inquiry inquiry, std::function<void(QByteArray)> done);

private:
    class Desk;
    QThread m_thread;
    QObject *m_context; // lives on m_thread
    std::unique_ptr<Desk> m_desk;
};

} // namespace relay::app

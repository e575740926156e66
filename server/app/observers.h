// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/serverinfo.h"
#include "server/stats/feed.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <memory>

namespace relay::app {

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
    [[nodiscard]] QString start(stats::Control &control, const QString &adminSocket, const admin::ServerInfo &info);
    //! No one looks any more; what is still reported is left. Before `control` goes.
    void stop();

    //! Any thread.
    void report(stats::Report report);
    void requestStats(int worker, stats::ConnectionId id);

private:
    class Desk;
    QThread m_thread;
    QObject *m_context; // lives on m_thread
    std::unique_ptr<Desk> m_desk;
};

} // namespace relay::app

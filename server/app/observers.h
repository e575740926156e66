// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/feed.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>

namespace relay::app {

struct ObserverOptions
{
    QString adminSocket;
    QString listenUrl; //!< what server.info tells
    QString senderName;
    int workers = 1;
    bool isOpen = true;
    int maxConnections = 0;
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
    [[nodiscard]] QString start(stats::Control &control, const ObserverOptions &options);

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

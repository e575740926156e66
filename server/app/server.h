// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/observers.h"
#include "server/app/options.h"
#include "server/front/gate.h"
#include "server/shell/service.h"
#include "server/worker/workerpool.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace relay::app {

//! What the gate goes by.
[[nodiscard]] front::Terms termsOf(const Options &options);
[[nodiscard]] front::Inrush inrushOf(const Options &options);
//! Nothing, and a sentence, when the certificate or its key cannot be used; warnings go to the log.
[[nodiscard]] tls::ContextPtr loadContext(const tls::Files &files, QString &error);

//! All of relayd: observers, workers and the gate, started in this order and ended in the other.
class Server : public QObject
{
    Q_OBJECT
public:
    Server(const Options &options, int descriptorLimit);
    ~Server() override;

    //! Empty on success, else a sentence that says what to do.
    [[nodiscard]] QString start();
    //! Close frames to everybody; stopped() within five seconds. A second call ends at once.
    void stop();

    /*!
     * SIGHUP: takes secrets, limits, origins, certificate and log from options that were read again, for what comes
     * from now on; nobody is disconnected. What cannot be used leaves the old one in place, and is logged.
     */
    admin::Reloaded reload(const Options &options);
    //! Reads the options again and takes them, when an operator says so; before start().
    void setReload(std::function<admin::Reloaded()> reload) { m_reload = std::move(reload); }
    void reopenLog(); //!< whoever rotates it has moved it away

    //! Calls done, on any thread, once each worker has come round to it: none of them hangs.
    void askWorkers(std::function<void()> done) { m_pool.askAll(std::move(done)); }

    [[nodiscard]] QStringList urls() const; //!< "ws://127.0.0.1:9999", "wss://127.0.0.1:9443"

Q_SIGNALS:
    void stopped();
    void drained(); //!< an operator has emptied the relay: it is to end

private:
    [[nodiscard]] QString listen();
    [[nodiscard]] QString listenTls();

    [[nodiscard]] admin::ServerInfo info() const;
    [[nodiscard]] stats::MetricsInput metricsInput() const;
    [[nodiscard]] admin::Vitals vitals() const;
    [[nodiscard]] admin::Facilities facilities();
    [[nodiscard]] QString stateDirectory() const; //!< empty: none
    [[nodiscard]] QByteArray notReady() const;
    [[nodiscard]] admin::DrainHooks drainHooks();
    void setDraining(bool isDraining); //!< any thread
    void endDrained();
    void takeShown(const Options &options);
    [[nodiscard]] QString reloadTls(const tls::Files &files); //!< what came of it

    Options m_options;
    int m_maxConnections;
    access::Access m_access;
    std::unique_ptr<access::Api> m_api;       // nothing in open mode
    std::unique_ptr<shell::Service> m_shells; // likewise
    Observers m_observers;
    worker::WorkerPool m_pool;
    front::Gate m_gate;
    std::function<admin::Reloaded()> m_reload;
    QTimer m_deadline;
    QTimer m_tidy;
    std::uint64_t m_memoryLimit;                       // bytes
    std::atomic<std::int64_t> m_certificateEndsAt = 0; // the observers read it
    std::atomic<bool> m_opensSessions = true;          // there is more than a secret for shells, or none
    std::atomic<bool> m_isReady = false;
    std::atomic<bool> m_isDraining = false;
    bool m_isStopping = false;
};

} // namespace relay::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/observers.h"

#include "server/admin/adminserver.h"
#include "server/app/sessionstats.h"
#include "server/loop/clock.h"
#include "server/stats/crossbarreport.h"
#include "server/stats/ledger.h"
#include "server/stats/statusreport.h"

#include <QMetaObject>

namespace relay::app {

//! What lives on the observers' thread.
class Observers::Desk
{
public:
    Desk(stats::Control &control, ObserverOptions options)
        : m_control(control)
        , m_options(std::move(options))
        , m_adminServer(m_ledger, control,
                        { .info = m_options.info,
                          .access = m_options.access,
                          .vitals = m_options.vitals,
                          .stateDirectory = m_options.stateDirectory,
                          .roles = m_options.adminRoles,
                          .taps = m_options.taps,
                          .drain = m_options.drain,
                          .facilities = m_options.facilities })
        , m_sessionStats(m_ledger, control, { m_options.info.startedAt }, m_options.statsEveryMs)
        , m_shellStats(m_ledger, control, { m_options.info.startedAt }, m_options.statsEveryMs,
                       { { "/connect/stats", "/shell/stats" }, stats::shellReport })
    {
    }

    [[nodiscard]] QString start() { return m_adminServer.start(m_options.adminSocket).value_or(QString()); }
    void apply(stats::Report &&report) { m_ledger.apply(std::move(report)); }
    void answerStats(int worker, stats::ConnectionId id)
    {
        if (!m_sessionStats.takeRequest(id) && !m_shellStats.takeRequest(id) && m_ledger.find(id))
            m_control.send(worker, id, stats::crossbarReport(m_ledger, loop::wallMs()));
    }
    [[nodiscard]] QByteArray answer(stats::Inquiry inquiry) const
    {
        if (inquiry == stats::Inquiry::Status)
            return stats::statusReport(m_ledger, { m_options.info.startedAt });
        stats::MetricsInput input = m_options.metricsInput ? m_options.metricsInput() : stats::MetricsInput {};
        input.process = stats::processFigures();
        input.process.startedAt = m_options.info.startedAt;
        return stats::metricsText(m_ledger, input);
    }

private:
    stats::Control &m_control;
    const ObserverOptions m_options;
    stats::Ledger m_ledger;
    admin::AdminServer m_adminServer;
    SessionStats m_sessionStats;
    SessionStats m_shellStats;
};

Observers::Observers(QObject *parent)
    : QObject(parent)
    , m_context(new QObject)
{
    m_thread.setObjectName(QStringLiteral("observers"));
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

Observers::~Observers()
{
    stop();
    m_context->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

QString Observers::start(stats::Control &control, ObserverOptions options)
{
    QString error;
    const auto open = [&] {
        m_desk = std::make_unique<Desk>(control, std::move(options));
        error = m_desk->start();
    };
    QMetaObject::invokeMethod(m_context, open, Qt::BlockingQueuedConnection);
    return error;
}

void Observers::stop()
{
    // Made on its thread, gone on its thread.
    QMetaObject::invokeMethod(
        m_context, [this] { m_desk.reset(); }, Qt::BlockingQueuedConnection);
}

void Observers::report(stats::Report report)
{
    auto moved = std::make_shared<stats::Report>(std::move(report)); // Qt copies what it calls later
    const auto apply = [this, moved] {
        if (m_desk)
            m_desk->apply(std::move(*moved));
    };
    QMetaObject::invokeMethod(m_context, apply, Qt::QueuedConnection);
}

void Observers::requestStats(int worker, stats::ConnectionId id)
{
    const auto answer = [this, worker, id] {
        if (m_desk)
            m_desk->answerStats(worker, id);
    };
    QMetaObject::invokeMethod(m_context, answer, Qt::QueuedConnection);
}

void Observers::inquire(stats::Inquiry inquiry, std::function<void(QByteArray)> done)
{
    const auto answer = [this, inquiry, done = std::move(done)] {
        if (m_desk)
            done(m_desk->answer(inquiry));
    };
    QMetaObject::invokeMethod(m_context, answer, Qt::QueuedConnection);
}

} // namespace relay::app

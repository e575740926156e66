// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/observers.h"

#include "server/admin/adminserver.h"
#include "server/loop/clock.h"
#include "server/stats/crossbarreport.h"
#include "server/stats/ledger.h"

#include <QMetaObject>

namespace relay::app {

//! What lives on the observers' thread.
class Observers::Desk
{
public:
    Desk(stats::Control &control, const admin::ServerInfo &info)
        : m_control(control)
        , m_adminServer(m_ledger, control, info)
    {
    }

    [[nodiscard]] QString start(const QString &path) { return m_adminServer.start(path).value_or(QString()); }
    void apply(stats::Report &&report) { m_ledger.apply(std::move(report)); }
    void answerStats(int worker, stats::ConnectionId id)
    {
        m_control.send(worker, id, stats::crossbarReport(m_ledger, loop::wallMs()));
    }

private:
    stats::Control &m_control;
    stats::Ledger m_ledger;
    admin::AdminServer m_adminServer;
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

QString Observers::start(stats::Control &control, const QString &adminSocket, const admin::ServerInfo &info)
{
    QString error;
    const auto open = [&] {
        m_desk = std::make_unique<Desk>(control, info);
        error = m_desk->start(adminSocket);
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

} // namespace relay::app

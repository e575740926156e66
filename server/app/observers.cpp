// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/observers.h"

#include <QMetaObject>

namespace relay::app {

//! What lives on the observers' thread.
class Observers::Desk
{
public:
    Desk(stats::Control &control, const ObserverOptions &options)
        : m_control(control)
    {
        Q_UNUSED(options)
    }

private:
    stats::Control &m_control;
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
    // Made on its thread, gone on its thread.
    QMetaObject::invokeMethod(m_context, [this] { m_desk.reset(); }, Qt::BlockingQueuedConnection);
    m_context->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

QString Observers::start(stats::Control &control, const ObserverOptions &options)
{
    QString error;
    QMetaObject::invokeMethod(
        m_context, [&] { m_desk = std::make_unique<Desk>(control, options); }, Qt::BlockingQueuedConnection);
    return error;
}

void Observers::report(stats::Report report)
{
    auto moved = std::make_shared<stats::Report>(std::move(report));
    QMetaObject::invokeMethod(m_context, [this, moved] { Q_UNUSED(this) }, Qt::QueuedConnection);
}

void Observers::requestStats(int worker, stats::ConnectionId id)
{
    QMetaObject::invokeMethod(m_context, [this, worker, id] { Q_UNUSED(this) Q_UNUSED(worker) Q_UNUSED(id) }, Qt::QueuedConnection);
}

} // namespace relay::app

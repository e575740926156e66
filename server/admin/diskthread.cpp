// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/diskthread.h"

#include <utility>

namespace relay::admin {

DiskThread::DiskThread()
    : m_context(new QObject)
{
    m_thread.setObjectName(QStringLiteral("deny list"));
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
}

DiskThread::~DiskThread()
{
    // In the queue behind all the work, so that nothing of it is left undone.
    run([this] { m_thread.quit(); });
    m_thread.wait();
}

void DiskThread::run(std::function<void()> work)
{
    QMetaObject::invokeMethod(m_context, std::move(work), Qt::QueuedConnection);
}

} // namespace relay::admin

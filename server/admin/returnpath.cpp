// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/returnpath.h"

#include <QMetaObject>
#include <QObject>

#include <utility>

namespace relay::admin {

ReturnPath::ReturnPath(QObject *home)
    : m_home(home)
{
}

void ReturnPath::close()
{
    const std::lock_guard lock(m_mutex);
    m_home = nullptr;
}

void ReturnPath::post(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    if (m_home)
        QMetaObject::invokeMethod(m_home, std::move(work), Qt::QueuedConnection);
}

} // namespace relay::admin

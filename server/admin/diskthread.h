// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <functional>

namespace relay::admin {

//! A thread for work that waits for the disk, one piece after the other. Its end waits for what was given to it.
class DiskThread
{
public:
    DiskThread();
    ~DiskThread();
    DiskThread(const DiskThread &) = delete;
    DiskThread &operator=(const DiskThread &) = delete;

    void run(std::function<void()> work);

private:
    QThread m_thread;
    QObject *m_context; // lives on m_thread
};

} // namespace relay::admin

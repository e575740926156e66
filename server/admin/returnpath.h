// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>

class QObject;

namespace relay::admin {

/*!
 * The way home for what other threads have to say: work is done on the home object's thread, and dropped once the path
 * is closed, which the home does before it ends. Shared between the home and whoever may still answer. Any thread.
 */
class ReturnPath
{
public:
    explicit ReturnPath(QObject *home);

    void close();
    void post(std::function<void()> work);

private:
    std::mutex m_mutex;
    QObject *m_home;
};

} // namespace relay::admin

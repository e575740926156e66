// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QThread>

#include <memory>

namespace relay::tests {

/*!
 * One who publishes numbered messages at an even pace, and readers who count them, in a thread of their own: what the
 * window does slows none of them, and what they do slows no turn of the window. Made and asked in the GUI thread.
 */
class Traffic
{
public:
    //! Opens all. Wait until they are before it publishes: the readers expect every message.
    Traffic(quint16 port, const QString &topic, int readers);
    ~Traffic(); //!< closes all
    Q_DISABLE_COPY_MOVE(Traffic)

    [[nodiscard]] bool waitForOpen();
    void start(); //!< publishing
    void stop();

    [[nodiscard]] int sent() const;
    [[nodiscard]] int received(int reader) const; //!< whole, in order, each once
    [[nodiscard]] bool hasLost(int reader) const; //!< missed one, got one twice or not whole
    [[nodiscard]] bool isOpen(int reader) const;
    [[nodiscard]] bool publishes() const; //!< the publisher is connected

private:
    class Worker;

    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace relay::tests

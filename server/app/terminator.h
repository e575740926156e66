// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/loop/descriptor.h"

#include <QObject>

class QSocketNotifier;

namespace relay::app {

/*!
 * Turns SIGTERM and SIGINT, and SIGHUP where it means something, into Qt signals. Must be made before any other thread,
 * since the threads inherit the blocked signals. SIGPIPE is ignored for the whole process.
 */
class Terminator : public QObject
{
    Q_OBJECT
public:
    enum class Hangup { Ends, Reloads }; //!< what SIGHUP means; Ends is what the system makes of it

    explicit Terminator(Hangup hangup, QObject *parent = nullptr);
    ~Terminator() override;

Q_SIGNALS:
    void asked(); //!< once for each signal: the second one means now
    void reloadAsked();

private:
    void take();

    loop::Descriptor m_descriptor;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace relay::app

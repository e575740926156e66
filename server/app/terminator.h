// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/loop/descriptor.h"

#include <QObject>

class QSocketNotifier;

namespace relay::app {

/*!
 * Turns SIGTERM and SIGINT into a Qt signal. Must be made before any other thread, since the threads inherit the
 * blocked signals. SIGPIPE is ignored for the whole process.
 */
class Terminator : public QObject
{
    Q_OBJECT
public:
    explicit Terminator(QObject *parent = nullptr);
    ~Terminator() override;

Q_SIGNALS:
    void asked(); //!< once for each signal: the second one means now

private:
    void take();

    loop::Descriptor m_descriptor;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace relay::app

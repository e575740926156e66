// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace relay::client {

/*!
 * Turns SIGINT and SIGTERM, and SIGHUP where a command has a use for it, into Qt signals, for commands that have
 * something to finish. A second SIGINT or SIGTERM ends the program as it would have without this.
 */
class Signals : public QObject
{
    Q_OBJECT
public:
    explicit Signals(bool takesHangup = false);
    ~Signals() override;

Q_SIGNALS:
    void asked(); //!< to end
    void hungUp();

private:
    void take();

    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace relay::client

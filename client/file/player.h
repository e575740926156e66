// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/file/logfilter.h"
#include "client/file/script.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace relay::client::file {

/*!
 * Does the steps of a script one after the other: waits, sends, changes what is logged. What cannot be sent now is sent
 * first when resume() is called. One thread.
 */
class Player : public QObject
{
    Q_OBJECT
public:
    //! send: false when there is no connection.
    Player(std::vector<Step> steps, std::function<bool(const QString &)> send, QObject *parent = nullptr);

    void start();
    void resume(); //!< there is a connection again
    //! An incoming message, which a condition may wait for.
    void heard(const QString &message);

    [[nodiscard]] const LogFilter &filter() const { return m_filter; }
    [[nodiscard]] std::size_t done() const { return m_next; }
    [[nodiscard]] std::size_t total() const { return m_steps.size(); }

Q_SIGNALS:
    void remark(const QString &text); //!< for the log
    void finished();

private:
    void go();
    //! False: the steps after it have to wait.
    [[nodiscard]] bool begin(const Step &step);
    [[nodiscard]] bool wait(std::chrono::nanoseconds time, const QString &text);
    [[nodiscard]] bool say(const QString &text);
    void timeIsUp();

    std::vector<Step> m_steps;
    std::function<bool(const QString &)> m_send;
    LogFilter m_filter;
    std::size_t m_next = 0;
    QTimer m_timer;
    const Condition *m_condition = nullptr; // that is being waited for
    qint64 m_matches = 0;
    QString m_text; // to be sent when the waiting is over
    bool m_sendsText = false;
    bool m_isHeldUp = false; // m_text waits for a connection
    bool m_isRunning = false;
};

} // namespace relay::client::file

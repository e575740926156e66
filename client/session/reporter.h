// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session/session.h"

#include <QJsonObject>
#include <QTimer>

namespace relay::client::session {

//! The state as programs read it: asking, dialling, open, waiting, ended.
[[nodiscard]] QString wordFor(Status::State state);

/*!
 * Tells on standard error what goes on: a line for each change, a figure that renews itself on a terminal, or JSON for
 * programs. One thread.
 */
class Reporter : public QObject
{
    Q_OBJECT
public:
    Reporter(QString program, bool isJson, bool isQuiet, QObject *parent = nullptr);
    ~Reporter() override;

    void changed(const Status &status) { destinationChanged({}, status); }
    void destinationChanged(const QString &id, const Status &status); //!< id: of several, which; empty: there is one
    //! Something else: a line for people, an event with these fields for programs.
    void tell(const QString &event, const QJsonObject &fields, const QString &text);
    void count(qint64 bytes); //!< one more message
    void fail(const QString &text);

    [[nodiscard]] qint64 messages() const { return m_messages; }

private:
    void progress();
    void clearProgress();

    QString m_program;
    bool m_isJson;
    bool m_isQuiet;
    bool m_isTerminal;
    bool m_hasProgress = false;
    qint64 m_messages = 0;
    qint64 m_bytes = 0;
    qint64 m_lastBytes = 0;
    QTimer m_tick;
};

} // namespace relay::client::session

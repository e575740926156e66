// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"
#include "gui/guard/denial.h"

#include <QObject>
#include <QTimer>
#include <QVector>

namespace relay::gui::guard {

/*!
 * What a relay denies, asked for anew every few seconds while somebody looks, and when told to. Keeps the last answer
 * when contact is lost. One thread; the client outlives it.
 */
class DenyList : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostRows = 5000;

    explicit DenyList(client::AdminClient &client, QObject *parent = nullptr);

    [[nodiscard]] const QVector<Denial> &denials() const { return m_denials; }
    [[nodiscard]] bool isKnown() const { return m_isKnown; } //!< the relay has answered, once at least
    //! Why there is no list: the relay's own sentence. Empty: there is one.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isCut() const { return m_isCut; } //!< there are more than kMostRows
    void setWatched(bool isWatched);                     //!< somebody looks at it
    void refresh();

Q_SIGNALS:
    void changed(); //!< another list, or another problem, or the first one

private:
    void ask(const QString &cursor);
    void take(const client::Reply &reply);

    client::AdminClient &m_client;
    QTimer m_timer;
    QVector<Denial> m_denials;
    QVector<Denial> m_next;
    QString m_problem;
    bool m_isAsking = false;
    bool m_isAskedAgain = false;
    bool m_isCut = false;
    bool m_isKnown = false;
};

} // namespace relay::gui::guard

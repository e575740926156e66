// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"
#include "client/admin/happenings.h"

#include <QObject>
#include <QVector>

#include <functional>

namespace relay::client {

/*!
 * The alerts of one relayd: what is wrong now, and the rules by which it is. Follows both while the client is open; when
 * contact is lost they stay as they were last known. A server without alerts leaves isAvailable() false. One thread.
 */
class AlertFeed : public QObject
{
    Q_OBJECT
public:
    explicit AlertFeed(AdminClient &client, QObject *parent = nullptr);

    [[nodiscard]] bool isAvailable() const { return m_isAvailable; }
    //! Whether a server has said what is wrong, or that it has no alerts: once at least.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    [[nodiscard]] const QVector<AlertRule> &rules() const { return m_rules; }
    [[nodiscard]] const QVector<ActiveAlert> &active() const { return m_active; } //!< the oldest first

    /*!
     * Replaces all rules, for everybody. `done` gets an empty text, or why nothing was changed. It is not called when the
     * client is destroyed before.
     */
    void setRules(const QVector<AlertRule> &rules, std::function<void(const QString &errorText)> done);

Q_SIGNALS:
    void rulesChanged();
    void activeChanged();
    //! While contact lasts: what was wrong already when it began is in active() without a signal of its own.
    void raised(const relay::client::ActiveAlert &alert);
    void cleared(const relay::client::ActiveAlert &alert);
    void availableChanged(bool isAvailable);
    void becameKnown();

private:
    void begin();
    void takeList(const QJsonObject &list);
    void takeAlert(const QJsonObject &params);
    void takeRules(const QJsonValue &rules);
    void setAvailable(bool isAvailable);
    void setKnown();

    AdminClient &m_client;
    QVector<AlertRule> m_rules;
    QVector<ActiveAlert> m_active;
    int m_round = 0;
    bool m_isListed = false; //!< what was wrong at the beginning is known
    bool m_isAvailable = false;
    bool m_isKnown = false;
};

} // namespace relay::client

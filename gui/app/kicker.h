// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/models/connectionmodel.h"

#include <QObject>

class QWidget;

namespace relay::gui {

class Theme;

/*!
 * Closes connections: one at once, several after the dialog has named them. Tells what came of it in one sentence.
 * Reasons go to the clients and into the log of the relay.
 */
class Kicker : public QObject
{
    Q_OBJECT
public:
    Kicker(client::Mirror &mirror, ConnectionModel &model, const Theme &theme, QWidget *window);

    void setRelayName(const QString &name) { m_relayName = name; }
    void kick(const QVector<quint64> &ids);
    void kickWithReason(const QVector<quint64> &ids);

Q_SIGNALS:
    void told(const QString &headline, const QString &rest);

private:
    void send(const QVector<quint64> &ids, const QString &reason);
    void report(const QVector<quint64> &ids, const QString &what, const client::KickResult &result);
    [[nodiscard]] QString describe(const QVector<quint64> &ids) const;

    client::Mirror &m_mirror;
    ConnectionModel &m_model;
    const Theme &m_theme;
    QWidget *m_window;
    QString m_relayName;
};

} // namespace relay::gui

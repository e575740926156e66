// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/denials.h"
#include "client/admin/mirror.h"

#include <QObject>
#include <QStringList>
#include <QVector>

class QWidget;

namespace relay::gui {

class Theme;

/*!
 * Denies the bookings of connections, after the dialog has named them, and offers to take the last denial back. Tells
 * what came of it in one sentence.
 */
class Denier : public QObject
{
    Q_OBJECT
public:
    Denier(client::AdminClient &client, const client::Mirror &mirror, const Theme &theme, QWidget *window);

    void setRelayName(const QString &name) { m_relayName = name; }
    //! The bookings that these connections belong to, each once.
    [[nodiscard]] QStringList bookingsOf(const QVector<quint64> &ids) const;
    void deny(const QVector<quint64> &ids);
    void undo(); //!< of the last denial

Q_SIGNALS:
    void told(const QString &headline, const QString &rest);
    void denied(const QString &headline, const QString &rest); //!< undo() is possible from now on

private:
    struct Job;
    void send(const QStringList &bookings, const QString &reason);
    void reportDenied(const Job &job);
    void reportAllowed(const Job &job);
    [[nodiscard]] static QString nameOf(const QStringList &bookings);

    client::AdminClient &m_client;
    const client::Mirror &m_mirror;
    const Theme &m_theme;
    QWidget *m_window;
    QString m_relayName;
    QStringList m_last; //!< bookings of the last denial
};

} // namespace relay::gui

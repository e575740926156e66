// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"
#include "client/admin/streamcursor.h"

#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QStringList>

namespace relay::client {

/*!
 * A live copy of one table stream that is small and rare ("taps", "shells"): rows by their id, each an object with the
 * names of the columns. Subscribes when the client opens, resynchronises on a gap, keeps the last rows when contact is
 * lost. A relay that has no such stream leaves it empty. One thread; the client outlives it.
 */
class TableStream : public QObject
{
    Q_OBJECT
public:
    TableStream(AdminClient &client, const QString &stream, QObject *parent = nullptr);

    //! By id as text: numbers keep their order up to 2^53.
    [[nodiscard]] const QMap<QString, QJsonObject> &rows() const { return m_rows; }
    [[nodiscard]] bool isComplete() const { return m_isComplete; } //!< a snapshot came since the client opened

Q_SIGNALS:
    void changed(); //!< after each snapshot and each delta that changed something

private:
    void followState(AdminClient::State state);
    void take(const QString &method, const QJsonObject &params);
    void takeSnapshot(const QJsonObject &params);
    void takeDelta(const QJsonObject &params);
    void collect(const QJsonArray &rows, QMap<QString, QJsonObject> &into) const;
    [[nodiscard]] static QString keyOf(const QJsonValue &id);
    void resync();

    AdminClient &m_client;
    QString m_stream;
    StreamCursor m_cursor;
    QStringList m_columns;
    QMap<QString, QJsonObject> m_rows;
    QMap<QString, QJsonObject> m_next;
    bool m_isComplete = false;
};

} // namespace relay::client

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"
#include "client/admin/records.h"

#include <QHash>
#include <QObject>
#include <QVector>

#include <functional>
#include <memory>

namespace relay::client {

//! The id of a kick or of anything else that may be answered late.
struct KickResult
{
    QVector<quint64> kicked;
    QVector<quint64> gone;
    QString errorText; //!< empty: the call itself went through
};

/*!
 * A live copy of what one relayd knows: connections, topics, totals. Subscribes when the client opens, applies
 * snapshots and deltas, resynchronises on a gap in the sequence, and keeps the last picture when contact is lost
 * (isStale(), asOf()). Widget-free; the dashboard's models and `relay admin watch` stand on it. One thread.
 */
class Mirror : public QObject
{
    Q_OBJECT
public:
    explicit Mirror(AdminClient &client, QObject *parent = nullptr);
    ~Mirror() override;

    [[nodiscard]] const QHash<quint64, Connection> &connections() const;
    [[nodiscard]] const QHash<QString, Topic> &topics() const;
    [[nodiscard]] const Totals &totals() const;
    [[nodiscard]] bool isStale() const;
    [[nodiscard]] qint64 asOf() const; //!< ms since the epoch, local clock, of the last applied update; 0: none yet

    void kick(const QVector<quint64> &ids, const QString &reason, std::function<void(const KickResult &)> done);

Q_SIGNALS:
    //! A new picture replaced the old one (after a connect or a resynchronisation).
    void wasReset();
    //! One delta was applied; ids sorted ascending. Removed ones are no longer in connections().
    void connectionsChanged(const QVector<quint64> &added, const QVector<quint64> &changed,
                            const QVector<quint64> &removed);
    void topicsChanged(); //!< at most once per update interval
    void totalsChanged();
    void staleChanged(bool isStale);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace relay::client

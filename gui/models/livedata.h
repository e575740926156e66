// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/models/connectionmodel.h"
#include "gui/models/topicmodel.h"
#include "gui/models/vitals.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace relay::gui {

/*!
 * Carries what the mirror of a relay tells into the models of the window, ticks them once a second, and holds them
 * back while the operator has frozen the view. Owns the models. GUI thread only.
 */
class LiveData : public QObject
{
    Q_OBJECT
public:
    explicit LiveData(const client::Mirror &mirror, ConnectionModel::Clock clock, QObject *parent = nullptr);

    [[nodiscard]] ConnectionModel &connections() { return m_connections; }
    [[nodiscard]] TopicModel &topics() { return m_topics; }
    [[nodiscard]] const Vitals &vitals() const { return m_vitals; }
    [[nodiscard]] ConnectionCounts counts() const { return m_counts; }

    //! Rows and their order stand still; the figures above them go on.
    void setFrozen(bool isFrozen);
    [[nodiscard]] bool isFrozen() const { return m_isFrozen; }
    [[nodiscard]] int waitingChanges() const { return static_cast<int>(m_waiting.size()); }

Q_SIGNALS:
    void ticked(); //!< once a second while there is contact, and on every change of contact

private:
    void takeAll();
    void takeDelta(const QVector<quint64> &added, const QVector<quint64> &changed, const QVector<quint64> &removed);
    void takeTopics();
    void takeStale(bool isStale);
    void tick();

    const client::Mirror &m_mirror;
    ConnectionModel m_connections;
    TopicModel m_topics;
    Vitals m_vitals;
    ConnectionCounts m_counts;
    QTimer m_timer;
    bool m_isFrozen = false;
    QSet<quint64> m_waiting;
};

} // namespace relay::gui

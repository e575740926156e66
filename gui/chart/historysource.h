// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/serverhistory.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace relay::gui::chart {

//! Asks a relay for what it remembers of its rates, if it remembers any. GUI thread.
class HistorySource : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<qint64()>; //!< ms since the epoch
    HistorySource(client::AdminClient &client, Clock clock, QObject *parent = nullptr);

    //! The answer comes as arrived(), one for each series; none when there is no contact.
    void fetch(const QStringList &series, Range range);
    //! False: the relay keeps no history.
    [[nodiscard]] bool isOffered() const { return m_isOffered; }

Q_SIGNALS:
    void arrived(const QString &series, relay::gui::chart::Range range,
                 const QVector<relay::gui::chart::Sample> &samples);
    void offeredChanged();
    void opened(); //!< contact is there: what was missed can be asked for

private:
    client::AdminClient &m_client;
    Clock m_clock;
    bool m_isOffered = false;
};

} // namespace relay::gui::chart

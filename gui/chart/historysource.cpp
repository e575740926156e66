// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/historysource.h"

#include <QPointer>

#include <utility>

namespace relay::gui::chart {

HistorySource::HistorySource(client::AdminClient &client, Clock clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(std::move(clock))
    , m_isOffered(client::hasHistory(client))
{
    connect(&client, &client::AdminClient::stateChanged, this, [this](client::AdminClient::State state) {
        if (state != client::AdminClient::State::Open)
            return;
        const bool isOffered = client::hasHistory(m_client); // another relayd may be there now
        if (std::exchange(m_isOffered, isOffered) != isOffered)
            Q_EMIT offeredChanged();
        Q_EMIT opened();
    });
}

void HistorySource::fetch(const QStringList &series, Range range)
{
    if (!m_isOffered || series.isEmpty() || m_client.state() != client::AdminClient::State::Open)
        return;
    client::fetchHistory(
        m_client, series, range,
        [self = QPointer<HistorySource>(this), range](const QVector<client::HistoryReply> &replies, const QString &) {
            for (const client::HistoryReply &reply : replies)
                if (!self.isNull())
                    Q_EMIT self->arrived(reply.series, range, samplesOf(reply, self->m_clock()));
        });
}

} // namespace relay::gui::chart

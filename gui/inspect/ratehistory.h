// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QVector>

#include <chrono>
#include <functional>

namespace relay::gui::inspect {

//! One look at a connection. Not a number: there was no contact.
struct RateSample
{
    float delivered = 0; //!< bytes/s, the larger direction
    float offered = 0;   //!< bytes/s that a reader's topic got; of others the same as delivered
};

/*!
 * The rates of every connection over the last five minutes, so that whoever is looked at has a past. The relay keeps none
 * of single connections. At most kMaxConnections, the first that came: 1.2 KB each. GUI thread.
 */
class RateHistory : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kStep { 2000 };
    static constexpr int kSamples = 150;
    static constexpr int kMaxConnections = 5000;

    explicit RateHistory(const client::Mirror &mirror, QObject *parent = nullptr);

    void sample(); //!< a timer does so every kStep
    //! Oldest first, the last at most kStep ago.
    [[nodiscard]] QVector<RateSample> of(quint64 id) const;
    [[nodiscard]] int connections() const { return int(m_series.size()); }

private:
    struct Series
    {
        QVector<RateSample> ring;
        int next = 0;
        void push(const RateSample &sample);
    };

    const client::Mirror &m_mirror;
    QHash<quint64, Series> m_series;
    QTimer m_timer;
};

} // namespace relay::gui::inspect

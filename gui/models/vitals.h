// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"
#include "gui/models/ring.h"

#include <QHash>

namespace relay::gui {

inline constexpr int kVitalSamples = 61; //!< one a second, so the first is a minute before the last

//! The figures above the table and what they were in the last minute. Pure; feed it once a second.
class Vitals
{
public:
    void sample(const client::Totals &totals, const QHash<quint64, client::Connection> &connections);
    //! After a loss of contact: differences to what was before would be wrong.
    void forgetHistory();

    [[nodiscard]] const client::Totals &totals() const { return m_totals; }
    [[nodiscard]] int connectionsGained() const; //!< in the last minute; may be negative
    [[nodiscard]] double dropRate() const { return m_drops.isEmpty() ? 0 : m_drops.last(); } //!< messages/s
    [[nodiscard]] qint64 roundTripP95() const { return m_roundTripP95; } //!< ms; -1: nobody measured
    [[nodiscard]] const Ring<float, kVitalSamples> &inRates() const { return m_in; }
    [[nodiscard]] const Ring<float, kVitalSamples> &outRates() const { return m_out; }
    [[nodiscard]] const Ring<float, kVitalSamples> &dropRates() const { return m_drops; }

private:
    client::Totals m_totals;
    qint64 m_roundTripP95 = -1;
    Ring<int, kVitalSamples> m_connections;
    Ring<float, kVitalSamples> m_in;
    Ring<float, kVitalSamples> m_out;
    Ring<float, kVitalSamples> m_drops;
    Ring<quint64, 4> m_dropped; //!< sums of three seconds: a figure that does not flicker
};

} // namespace relay::gui

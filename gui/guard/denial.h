// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace relay::gui::guard {

//! One entry of a relay's deny list. Times are ms since the epoch by the server's clock.
struct Denial
{
    QString id;   //!< what deny.remove takes: "cq3v8l2k", "subject:ann", "address:192.0.2.0/24", "hold:..."
    QString what; //!< booking, subject, address, hold; empty of older relays: booking
    qint64 until = 0;
    qint64 deniedAt = 0;
    QString by;
    QString reason;

    [[nodiscard]] QString key() const //!< without what it is
    {
        const qsizetype colon = what.isEmpty() || what == QLatin1String("booking") ? -1 : id.indexOf(QLatin1Char(':'));
        return id.mid(colon + 1);
    }
    friend bool operator==(const Denial &, const Denial &) = default;
};

} // namespace relay::gui::guard

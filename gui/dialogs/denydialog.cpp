// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/denydialog.h"

#include "gui/models/format.h"

#include <QDateTime>

#include <algorithm>

namespace relay::gui::dialogs {

DenyDialog::DenyDialog(const QStringList &bookings, const QVector<client::Connection> &targets,
                       const QString &relayName, const Theme &theme, QWidget *parent)
    : OrderDialog(targets, QStringLiteral("deny"), theme, parent)
    , m_bookings(bookings)
    , m_relayName(relayName)
{
    retranslate();
}

OrderWords DenyDialog::words() const
{
    const int count = int(m_bookings.size());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    OrderWords words;
    words.windowTitle = tr("Deny %n booking(s)", nullptr, count);
    words.title = count == 1
        //: %1 is a booking, %2 the name of the relay
        ? tr("Deny booking %1 on %2").arg(format::isolated(m_bookings.first()), format::isolated(m_relayName))
        //: %1 is the name of the relay
        : tr("Deny %n booking(s) on %1", nullptr, count).arg(format::isolated(m_relayName));
    words.explanation = explanation();
    words.sampleName = tr("Connections that will be cut");
    words.sampleHead = { tr("Address"), tr("Topic"), tr("Booking"), tr("Expires") };
    for (const client::Connection &target : targets())
        words.sample.append({ target.address, format::topic(target.topic), target.bookingId,
                              target.expiresAt == 0 ? format::never() : format::remaining(target.expiresAt - now) });
    words.reasonHint = tr("For operators: kept in the deny list and in the log. The clients do not see it.");
    words.button = count == 1 ? tr("Deny booking", "Button")
                              : tr("Deny %n", "Button: the verb and the number of bookings", count);
    words.buttonName = tr("Deny %n booking(s)", nullptr, count);
    return words;
}

QString DenyDialog::explanation() const
{
    qint64 latest = 0;
    for (const client::Connection &target : targets())
        latest = std::max(latest, target.expiresAt);
    const int connections = int(targets().size());
    const QString cut = connections == 0
        ? tr("It has no connections now.")
        : tr("%n connection(s) will be cut.", "What denying bookings does", connections);
    const QString until = latest == 0 ? tr("A booking without connections stays out for 24 hours.")
        : m_bookings.size() == 1
        ? tr("The booking stays out until its last token ends, at %1.").arg(format::dateTime(latest))
        : tr("Each stays out until its last token ends, the last at %1.").arg(format::dateTime(latest));
    return cut + QLatin1Char(' ') + until + QLatin1Char(' ') + tr("The denial can be undone, the cut can’t.");
}

} // namespace relay::gui::dialogs

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/denier.h"

#include "gui/dialogs/denydialog.h"
#include "gui/models/format.h"

#include <QPointer>

#include <algorithm>
#include <memory>
#include <utility>

namespace relay::gui {

//! Answers of the calls for several bookings.
struct Denier::Job
{
    QStringList done;
    qint64 until = 0; //!< the latest
    int connections = 0;
    bool isDurable = true;
    QString errorText; //!< the last one; empty: all went well
    int waiting = 0;

    void take(const client::DenyResult &result)
    {
        --waiting;
        if (!result.errorText.isEmpty()) {
            errorText = result.errorText;
            return;
        }
        done.append(result.bookingId);
        until = std::max(until, result.until);
        connections += result.connections;
        isDurable = isDurable && result.isDurable;
    }
};

Denier::Denier(client::AdminClient &client, const client::Mirror &mirror, const Theme &theme, QWidget *window)
    : QObject(window)
    , m_client(client)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_window(window)
{
}

QStringList Denier::bookingsOf(const QVector<quint64> &ids) const
{
    QStringList bookings;
    for (const quint64 id : ids) {
        const auto it = m_mirror.connections().constFind(id);
        if (it != m_mirror.connections().cend() && !it->bookingId.isEmpty())
            bookings.append(it->bookingId);
    }
    bookings.removeDuplicates();
    return bookings;
}

void Denier::deny(const QVector<quint64> &ids)
{
    const QStringList bookings = bookingsOf(ids);
    if (bookings.isEmpty())
        return;
    QVector<client::Connection> targets;
    for (const client::Connection &connection : m_mirror.connections())
        if (bookings.contains(connection.bookingId))
            targets.append(connection);
    std::sort(targets.begin(), targets.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    auto *dialog = new dialogs::DenyDialog(bookings, targets, m_relayName, m_theme, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, bookings] { send(bookings, dialog->reason()); });
    dialog->open();
}

void Denier::send(const QStringList &bookings, const QString &reason)
{
    const auto job = std::make_shared<Job>();
    job->waiting = int(bookings.size());
    for (const QString &booking : bookings)
        client::denyBooking(m_client, booking, reason, [self = QPointer(this), job](const client::DenyResult &result) {
            job->take(result);
            if (job->waiting == 0 && !self.isNull())
                self->reportDenied(*job);
        });
}

void Denier::reportDenied(const Job &job)
{
    if (job.done.isEmpty()) {
        Q_EMIT told(tr("Nothing was denied."), job.errorText);
        return;
    }
    m_last = job.done;
    QStringList rest { tr("%n connection(s) cut.", "What came of a denial", job.connections),
                       job.done.size() == 1 ? tr("It stays out until %1.").arg(format::dateTime(job.until))
                                            : tr("The last is out until %1.").arg(format::dateTime(job.until)) };
    if (!job.isDurable)
        rest.append(tr("The relay could not write it to disk: a restart would undo it."));
    rest.append(job.errorText);
    Q_EMIT denied(tr("Denied: %1.").arg(nameOf(job.done)), rest.join(QLatin1Char(' ')).trimmed());
}

void Denier::undo()
{
    const QStringList bookings = std::exchange(m_last, {});
    const auto job = std::make_shared<Job>();
    job->waiting = int(bookings.size());
    for (const QString &booking : bookings)
        client::allowBooking(m_client, booking, [self = QPointer(this), job](const client::DenyResult &result) {
            job->take(result);
            if (job->waiting == 0 && !self.isNull())
                self->reportAllowed(*job);
        });
}

void Denier::reportAllowed(const Job &job)
{
    if (job.done.isEmpty())
        Q_EMIT told(tr("Still denied."), job.errorText);
    else
        Q_EMIT told(
            tr("Allowed again: %1.").arg(nameOf(job.done)),
            QStringList({ tr("What was cut may connect again."), job.errorText }).join(QLatin1Char(' ')).trimmed());
}

QString Denier::nameOf(const QStringList &bookings)
{
    return bookings.size() == 1 ? tr("booking %1").arg(format::isolated(bookings.first()))
                                : tr("%n booking(s)", "How many were denied", int(bookings.size()));
}

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/denier.h"

#include "gui/models/addresses.h"
#include "gui/models/format.h"

#include <QPointer>

#include <algorithm>
#include <memory>

namespace relay::gui {

namespace {

QString nameOf(client::Denied what, const QStringList &keys)
{
    const QString key = format::isolated(addresses::shown(keys.value(0)));
    const int count = int(keys.size());
    switch (what) {
    case client::Denied::Booking:
        return count == 1 ? Denier::tr("booking %1").arg(key)
                          : Denier::tr("%n booking(s)", "How many were denied", count);
    case client::Denied::Subject:
        return count == 1 ? Denier::tr("subject %1", "Of a token").arg(key)
                          : Denier::tr("%n subject(s)", "How many were denied", count);
    default:
        return count == 1 ? Denier::tr("address %1").arg(key)
                          : Denier::tr("%n address(es)", "How many were denied", count);
    }
}

//! Counts the answers of several calls and remembers the last error.
struct Answers
{
    int waiting = 0;
    int done = 0;
    QString errorText;

    bool take(const QString &error)
    {
        error.isEmpty() ? void(++done) : void(errorText = error);
        return --waiting == 0;
    }
};

} // namespace

//! Answers of the calls for several denials.
struct Denier::Job
{
    client::Denied what = client::Denied::Booking;
    QStringList done;
    QStringList tokens;
    qint64 until = 0; //!< the latest
    int connections = 0;
    bool isDurable = true;
    bool kicks = true;
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
        if (!result.undo.isEmpty())
            tokens.append(result.undo);
        until = std::max(until, result.until);
        connections += result.connections;
        isDurable = isDurable && result.isDurable;
    }
};

Denier::Denier(client::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void Denier::deny(const QVector<client::DenyOrder> &orders, std::function<void(int)> done)
{
    const auto job = std::make_shared<Job>();
    job->waiting = int(orders.size());
    for (const client::DenyOrder &order : orders) {
        job->what = order.what;
        job->kicks = order.kicks;
        client::deny(m_client, order, [self = QPointer(this), job, done](const client::DenyResult &result) {
            job->take(result);
            if (job->waiting > 0 || self.isNull())
                return;
            self->reportDenied(*job);
            if (done)
                done(int(job->done.size()));
        });
    }
}

void Denier::reportDenied(const Job &job)
{
    if (job.done.isEmpty()) {
        Q_EMIT told(tr("Nothing was denied."), job.errorText);
        return;
    }
    QStringList rest;
    if (job.kicks)
        rest << tr("%n connection(s) cut.", "What came of a denial", job.connections);
    if (job.until != 0)
        rest << (job.done.size() == 1
                     ? tr("It stays out until %1.").arg(format::isolated(format::dateTime(job.until)))
                     : tr("The last is out until %1.").arg(format::isolated(format::dateTime(job.until))));
    if (!job.isDurable)
        rest << tr("The relay could not write it to disk: a restart would undo it.");
    rest << job.errorText;
    const QString name = nameOf(job.what, job.done);
    UndoTokens undo { job.tokens, job.tokens.size() == job.done.size() ? QStringList() : job.done, name };
    Q_EMIT denied(tr("Denied: %1.").arg(name), rest.join(QLatin1Char(' ')).trimmed(), undo);
    Q_EMIT listChanged();
}

void Denier::undo(const UndoTokens &what)
{
    const auto answers = std::make_shared<Answers>();
    answers->waiting = int(what.tokens.size() + what.keys.size());
    const auto take = [self = QPointer(this), answers, name = what.name](const QString &errorText) {
        if (answers->take(errorText) && !self.isNull())
            self->reportAllowed(name, answers->done > 0, answers->errorText);
    };
    for (const QString &token : what.tokens)
        client::undoAction(m_client, token, [take](const client::Reply &reply) { take(reply.errorText); });
    for (const QString &key : what.keys)
        client::allowBooking(m_client, key, [take](const client::DenyResult &result) { take(result.errorText); });
}

void Denier::remove(const QStringList &ids)
{
    const auto answers = std::make_shared<Answers>();
    answers->waiting = int(ids.size());
    const QString name = ids.size() == 1 ? format::isolated(addresses::shown(ids.first()))
                                         : tr("%n denial(s)", "That were removed", int(ids.size()));
    for (const QString &id : ids)
        client::removeDenial(m_client, id, [self = QPointer(this), answers, name](const client::DenyResult &result) {
            if (answers->take(result.errorText) && !self.isNull())
                self->reportAllowed(name, answers->done > 0, answers->errorText);
        });
}

void Denier::reportAllowed(const QString &name, bool isAny, const QString &errorText)
{
    if (!isAny)
        Q_EMIT told(tr("Still denied."), errorText);
    else
        Q_EMIT told(tr("Allowed again: %1.").arg(name),
                    QStringList({ tr("What was cut may connect again."), errorText }).join(QLatin1Char(' ')).trimmed());
    Q_EMIT listChanged();
}

} // namespace relay::gui

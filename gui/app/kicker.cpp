// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/kicker.h"

#include "gui/app/denier.h"
#include "gui/dialogs/kickdialog.h"
#include "gui/models/format.h"

#include <QDateTime>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <memory>

namespace relay::gui {

using dialogs::KickOrder;
using dialogs::KickQuestion;
using dialogs::KickWhat;

namespace {

constexpr int kIdsPerCall = 500; // keeps a call well below the line limit

} // namespace

Kicker::Kicker(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
}

bool Kicker::can(const char *feature) const
{
    return m_parts.client.hello().features.contains(QLatin1String(feature));
}

QVector<client::Connection> Kicker::find(const QVector<quint64> &ids) const
{
    QVector<client::Connection> found;
    for (const quint64 id : ids)
        if (const auto it = m_parts.mirror.connections().constFind(id); it != m_parts.mirror.connections().cend())
            found.append(*it);
    return found;
}

void Kicker::kick(const QVector<quint64> &ids)
{
    if (ids.size() != 1) {
        kickWithReason(ids);
        return;
    }
    KickOrder order;
    order.targets = find(ids);
    order.reason = QStringLiteral("closed by the operator"); // for the client, whose language we do not know
    if (!order.targets.isEmpty())
        send(order);
}

void Kicker::kickWithReason(const QVector<quint64> &ids)
{
    ask(ids, KickWhat::Kick);
}

void Kicker::kickAndDeny(const QVector<quint64> &ids)
{
    const bool hasBookings = !dialogs::bookingsOf(find(ids)).isEmpty();
    ask(ids, hasBookings ? KickWhat::DenyBookings : KickWhat::DenyAddresses);
}

KickQuestion Kicker::questionFor(const QVector<quint64> &ids) const
{
    KickQuestion question;
    question.targets = find(ids);
    question.relayName = m_relayName;
    const QStringList bookings = dialogs::bookingsOf(question.targets);
    if (!bookings.isEmpty()) {
        const QSet<quint64> chosen(ids.begin(), ids.end());
        for (const client::Connection &each : m_parts.mirror.connections())
            if (bookings.contains(each.bookingId) && !chosen.contains(each.id))
                question.ofTheirBookings.append(each);
        std::sort(question.ofTheirBookings.begin(), question.ofTheirBookings.end(),
                  [](const auto &a, const auto &b) { return a.id < b.id; });
    }
    const Shown shown = m_shown ? m_shown() : Shown {};
    const bool isAllShown = ids.size() > 1 && shown.ids.size() == ids.size()
        && QSet<quint64>(shown.ids.begin(), shown.ids.end()) == QSet<quint64>(ids.begin(), ids.end());
    if (isAllShown)
        question.filter = shown.filter;
    question.isEverything
        = question.filter.isEmpty() && ids.size() > 1 && question.targets.size() == m_parts.mirror.connections().size();
    const QString cannot = tr("The relay cannot do this: it is older than this window.");
    question.whyNotPace = can("jobs") ? QString() : cannot;
    question.whyNotHold = can("hold") ? QString() : cannot;
    question.whyNotDenyAddresses = can("undo") ? QString() : cannot;
    return question;
}

void Kicker::ask(const QVector<quint64> &ids, KickWhat first, bool hasChanged)
{
    KickQuestion question = questionFor(ids);
    if (question.targets.isEmpty())
        return;
    question.first = first;
    question.hasChanged = hasChanged;
    auto *dialog = new dialogs::KickDialog(question, m_parts.theme, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, question] { accept(question, dialog->order()); });
    connect(dialog, &dialogs::KickDialog::trialAsked, this,
            [this, dialog](const KickOrder &order) { tryOut(order, *dialog); });
    dialog->open();
}

void Kicker::tryOut(const KickOrder &order, dialogs::KickDialog &dialog)
{
    client::KickOrder asked;
    asked.ids = dialogs::idsOf(order.targets).mid(0, kIdsPerCall);
    asked.holdSeconds = order.holdSeconds;
    const int more = int(order.targets.size()) - int(asked.ids.size());
    client::previewKick(m_parts.client, asked, [shown = QPointer(&dialog), more](const client::KickPreview &preview) {
        if (shown.isNull())
            return;
        if (!preview.errorText.isEmpty()) {
            shown->showTrial(tr("It would not work: %1").arg(preview.errorText));
            return;
        }
        QStringList words { tr("Nothing was done. The relay would close %n connection(s)", "Trial of a kick",
                               preview.count)
                            + QLatin1Char(' ') + tr("on %n topic(s).", nullptr, preview.topics) };
        if (more > 0)
            words << tr("Asked for the first %n only.", "Connections", int(kIdsPerCall));
        shown->showTrial(words.join(QLatin1Char(' ')));
    });
}

void Kicker::accept(const KickQuestion &question, const KickOrder &order)
{
    if (!question.filter.isEmpty() && m_shown) {
        const Shown now = m_shown();
        if (now.filter == question.filter && now.ids.size() != question.targets.size()) {
            ask(now.ids, order.what, true);
            return;
        }
    }
    if (order.what == KickWhat::DenyBookings || order.what == KickWhat::DenyAddresses)
        denyThenKick(order);
    else
        send(order);
}

//! First the denial, so that nobody comes back between the two.
void Kicker::denyThenKick(const KickOrder &order)
{
    const bool isPaced = order.perSecond > 0;
    QVector<client::DenyOrder> denials;
    const bool isBookings = order.what == KickWhat::DenyBookings;
    const QStringList keys = isBookings ? dialogs::bookingsOf(order.targets) : dialogs::addressesOf(order.targets);
    for (const QString &key : keys) {
        client::DenyOrder denial;
        denial.what = isBookings ? client::Denied::Booking : client::Denied::Address;
        denial.key = key;
        denial.until = isBookings ? 0 : QDateTime::currentMSecsSinceEpoch() + order.denyForMs;
        denial.reason = order.reason;
        denial.kicks = !isPaced;
        denials.append(denial);
    }
    const QVector<quint64> ids = dialogs::idsOf(order.targets);
    m_parts.model.expectKicked(ids);
    m_parts.denier.deny(denials, [self = QPointer(this), isPaced, order, ids](int done) {
        if (self.isNull())
            return;
        if (done == 0)
            self->m_parts.model.forgetKicked(ids);
        else if (isPaced)
            self->send(order);
    });
}

QString Kicker::describe(const QVector<quint64> &ids) const
{
    const auto it = m_parts.mirror.connections().constFind(ids.first());
    if (ids.size() == 1 && it != m_parts.mirror.connections().cend())
        return tr("%1 on %2", "Connection that was kicked: address, topic")
            .arg(format::isolated(format::peer(it->address)), format::isolated(format::topic(it->topic)));
    return tr("%n connection(s)", "How many were kicked", static_cast<int>(ids.size()));
}

void Kicker::send(const KickOrder &order)
{
    const QVector<quint64> ids = dialogs::idsOf(order.targets);
    const QString what = describe(ids);
    m_parts.model.expectKicked(ids);
    const int calls = int((ids.size() + kIdsPerCall - 1) / kIdsPerCall);
    struct Sum
    {
        client::KickOutcome outcome;
        int waiting = 0;
    };
    const auto sum = std::make_shared<Sum>();
    sum->waiting = calls;
    for (int i = 0; i < calls; ++i) {
        client::KickOrder call;
        call.ids = ids.mid(qsizetype(i) * kIdsPerCall, kIdsPerCall);
        call.reason = order.reason;
        call.perSecond = order.perSecond == 0 ? 0 : std::max(1, order.perSecond / calls); // together as fast as asked
        call.holdSeconds = order.holdSeconds;
        client::startKick(m_parts.client, call,
                          [self = QPointer(this), sum, ids, what](const client::KickOutcome &outcome) {
                              client::KickOutcome &all = sum->outcome;
                              all.kicked += outcome.kicked;
                              all.gone += outcome.gone;
                              all.held += outcome.held;
                              all.job = std::max(all.job, outcome.job);
                              if (!outcome.errorText.isEmpty())
                                  all.errorText = outcome.errorText;
                              if (outcome.job != 0 && !self.isNull())
                                  Q_EMIT self->jobStarted(outcome.job);
                              if (--sum->waiting == 0 && !self.isNull())
                                  self->report(ids, what, all);
                          });
    }
}

void Kicker::report(const QVector<quint64> &ids, const QString &what, const client::KickOutcome &outcome)
{
    if (!outcome.errorText.isEmpty()) {
        m_parts.model.forgetKicked(ids);
        Q_EMIT told(tr("Not kicked: %1.").arg(what), outcome.errorText);
        return;
    }
    if (outcome.job != 0)
        return; // the strip tells it
    if (outcome.kicked.isEmpty()) {
        Q_EMIT told(tr("Already gone: %1.").arg(what), tr("Nothing was closed."));
        return;
    }
    const QString also = outcome.gone.isEmpty()
        ? QString()
        : tr("%n had already gone.", "Of those to be kicked", static_cast<int>(outcome.gone.size()));
    const QString later = outcome.held > 0 ? tr("Held off for a while: see the deny list.")
        : ids.size() == 1                  ? tr("It may connect again.")
                                           : tr("They may connect again.");
    Q_EMIT told(tr("Kicked: %1.").arg(what), QStringList({ later, also }).join(QLatin1Char(' ')).trimmed());
}

} // namespace relay::gui

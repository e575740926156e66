// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/kicker.h"

#include "gui/app/denier.h"
#include "gui/app/kickrun.h"
#include "gui/dialogs/kickdialog.h"
#include "gui/models/format.h"

#include <QDateTime>
#include <QPointer>
#include <QSet>

#include <algorithm>

namespace relay::gui {

using dialogs::KickOrder;
using dialogs::KickQuestion;
using dialogs::KickWhat;

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
    for (const quint64 id : ids) {
        const auto live = m_parts.mirror.connections().constFind(id);
        const int row = m_parts.model.rowOf(id);
        // A frozen table may show one of another run of the relay, whose number somebody else has now.
        const bool isThere = live != m_parts.mirror.connections().cend()
            && (row < 0 || isSameConnection(*live, m_parts.model.rows().at(row).connection));
        if (isThere)
            found.append(*live);
    }
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
    order.targets.isEmpty() ? tellGone(ids) : send(order);
}

void Kicker::tellGone(const QVector<quint64> &ids)
{
    if (!ids.isEmpty())
        Q_EMIT told(tr("Already gone: %1.").arg(describe(ids)), tr("Nothing was closed."));
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

//! All that have a booking or an address of the targets.
void Kicker::fillOthers(KickQuestion &question) const
{
    QSet<quint64> chosen;
    QSet<QString> bookings;
    QSet<QString> addresses;
    for (const client::Connection &each : question.targets) {
        chosen.insert(each.id);
        bookings.insert(dialogs::denialKey(KickWhat::DenyBookings, each));
        addresses.insert(dialogs::denialKey(KickWhat::DenyAddresses, each));
    }
    bookings.remove(QString());
    addresses.remove(QString());
    for (const client::Connection &each : m_parts.mirror.connections()) {
        if (chosen.contains(each.id))
            continue;
        if (bookings.contains(dialogs::denialKey(KickWhat::DenyBookings, each)))
            question.ofTheirBookings.append(each);
        if (addresses.contains(dialogs::denialKey(KickWhat::DenyAddresses, each)))
            question.ofTheirAddresses.append(each);
    }
    for (QVector<client::Connection> *others : { &question.ofTheirBookings, &question.ofTheirAddresses })
        std::sort(others->begin(), others->end(), [](const auto &a, const auto &b) { return a.id < b.id; });
}

KickQuestion Kicker::questionFor(const QVector<quint64> &ids) const
{
    KickQuestion question;
    question.targets = find(ids);
    question.gone = int(ids.size() - question.targets.size());
    question.relayName = m_relayName;
    fillOthers(question);
    const Shown shown = m_shown ? m_shown() : Shown {};
    const bool isAllShown = ids.size() > 1 && shown.ids.size() == ids.size()
        && QSet<quint64>(shown.ids.begin(), shown.ids.end()) == QSet<quint64>(ids.begin(), ids.end());
    if (isAllShown)
        question.filter = shown.filter;
    question.isFrozen = shown.isFrozen;
    // Also when a frozen table does not show those that came since.
    question.isEverything = question.filter.isEmpty() && ids.size() > 1
        && (isAllShown || question.targets.size() == m_parts.mirror.connections().size());
    const QString cannot = tr("The relay cannot do this: it is older than this window.");
    question.whyNotPace = can("jobs") ? QString() : cannot;
    question.whyNotHold = can("hold") ? QString() : cannot;
    question.whyNotDenyAddresses = can("undo") ? QString() : cannot;
    return question;
}

void Kicker::ask(const QVector<quint64> &ids, KickWhat first, bool hasChanged)
{
    KickQuestion question = questionFor(ids);
    if (question.targets.isEmpty()) {
        tellGone(ids);
        return;
    }
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
    asked.ids = dialogs::idsOf(order.targets).mid(0, dialogs::kKicksPerJob);
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
            words << tr("Asked for the first %n only.", "Connections", dialogs::kKicksPerJob);
        shown->showTrial(words.join(QLatin1Char(' ')));
    });
}

void Kicker::accept(const KickQuestion &question, const KickOrder &order)
{
    if (!question.filter.isEmpty() && m_shown) {
        const Shown now = m_shown();
        // Of those that a frozen table shows some may be gone: that alone would ask for ever.
        if (now.filter == question.filter && find(now.ids).size() != question.targets.size()) {
            ask(now.ids, order.what, true);
            return;
        }
    }
    if (order.what == KickWhat::DenyBookings || order.what == KickWhat::DenyAddresses)
        denyThenKick(order);
    else
        send(order);
}

//! First the denial, so that nobody comes back between the two. Who has nothing that could be denied is only kicked.
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
    KickOrder kick = order;
    if (!isPaced)
        kick.targets.removeIf([&order](const auto &each) { return !dialogs::denialKey(order.what, each).isEmpty(); });
    const QVector<quint64> ids = dialogs::idsOf(order.targets);
    m_parts.model.expectKicked(ids);
    m_parts.denier.deny(denials, [self = QPointer(this), kick, ids](int done) {
        if (self.isNull())
            return;
        if (done == 0)
            self->m_parts.model.forgetKicked(ids);
        else if (!kick.targets.isEmpty())
            self->send(kick);
    });
}

QString Kicker::describe(const QVector<quint64> &ids) const
{
    const int row = m_parts.model.rowOf(ids.first());
    client::Connection one = m_parts.mirror.connections().value(ids.first());
    if (row >= 0) // as it is shown: it may be gone
        one = m_parts.model.rows().at(row).connection;
    if (ids.size() == 1 && one.id != 0)
        return tr("%1 on %2", "Connection that was kicked: address, topic")
            .arg(format::isolated(format::peer(one.address)), format::isolated(format::topic(one.topic)));
    return tr("%n connection(s)", "How many were kicked", static_cast<int>(ids.size()));
}

void Kicker::send(const KickOrder &order)
{
    // While the dialog was open the relay may have been started anew, and have given the numbers to others.
    QVector<client::Connection> targets = order.targets;
    targets.removeIf([this](const client::Connection &each) {
        const auto live = m_parts.mirror.connections().constFind(each.id);
        return live != m_parts.mirror.connections().cend() && !isSameConnection(*live, each);
    });
    const QVector<quint64> ids = dialogs::idsOf(targets);
    if (ids.isEmpty()) {
        tellGone(dialogs::idsOf(order.targets));
        return;
    }
    const QString what = describe(ids);
    m_parts.model.expectKicked(ids);
    client::KickOrder call;
    call.ids = ids;
    call.reason = order.reason;
    call.perSecond = order.perSecond;
    call.holdSeconds = order.holdSeconds;
    auto *run = new KickRun(m_parts.client, m_parts.jobs, call, this);
    connect(run, &KickRun::jobStarted, this, &Kicker::jobStarted);
    connect(run, &KickRun::ended, this,
            [this, ids, what](const client::KickOutcome &outcome, int left) { report(ids, what, outcome, left); });
    run->start();
}

void Kicker::report(const QVector<quint64> &ids, const QString &what, const client::KickOutcome &outcome, int left)
{
    const QString rest = left == 0 ? QString() : tr("%n connection(s) were left as they are.", nullptr, left);
    if (!outcome.errorText.isEmpty()) {
        m_parts.model.forgetKicked(ids);
        Q_EMIT told(outcome.kicked.isEmpty() && outcome.job == 0 ? tr("Not kicked: %1.").arg(what)
                                                                 : tr("Not all were kicked."),
                    QStringList({ outcome.errorText, rest }).join(QLatin1Char(' ')).trimmed());
        return;
    }
    if (outcome.job != 0) { // the strip tells it
        if (left == 0)
            return;
        m_parts.model.forgetKicked(ids.last(left));
        Q_EMIT told(tr("Not all were kicked."), rest);
        return;
    }
    if (outcome.kicked.isEmpty()) {
        tellGone(ids);
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

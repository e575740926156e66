// SPDX-License-Identifier: GPL-3.0-or-later
// What the page shows of the link and of the figures, and what it therefore allows.
#include "gui/app/relaypage.h"

#include "common/admin/protocol.h"
#include "gui/app/guarddesk.h"
#include "gui/app/kicker.h"
#include "gui/app/linkwords.h"
#include "gui/app/tapdesk.h"
#include "gui/app/viewdesk.h"
#include "gui/app/workspace.h"
#include "gui/models/addresses.h"
#include "gui/models/format.h"
#include "gui/views/banner.h"
#include "gui/views/filterbar.h"
#include "gui/views/filterfield.h"
#include "gui/views/jobstrips.h"
#include "gui/views/modebadge.h"
#include "gui/views/sidebar.h"
#include "gui/views/statusstrip.h"
#include "gui/views/vitalsrow.h"

#include <QJsonArray>
#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace relay::gui {

namespace {

ModeBadge::Mode modeOf(const client::ServerHello &hello)
{
    if (hello.mode == admin::kSecuredMode)
        return ModeBadge::Mode::Secured;
    return hello.mode == admin::kOpenMode ? ModeBadge::Mode::Open : ModeBadge::Mode::Unknown;
}

} // namespace

void RelayPage::refreshLink()
{
    LinkFacts facts = LinkFacts::of(m_parts.client, m_parts.mirror, m_parts.clock());
    facts.host = m_parts.place.isRemote() ? m_parts.place.host : QString();
    const LinkView link = LinkWords::describe(facts);
    if (std::exchange(m_link, link) != link)
        Q_EMIT linkChanged();
    m_linkBanner->setVisible(!link.headline.isEmpty());
    m_linkBanner->setWords(link.headline, link.advice);
    const bool isStale = !link.isLive();
    m_sidebar->setStale(isStale);
    m_workspace->setStale(isStale);
    m_vitals->showVitals(m_data.vitals(), isStale);
    m_kicker->setRelayName(link.relayName);
    m_desk->setRelayName(link.relayName);
    m_guard->setRelayName(link.relayName);
    m_actions.tryNow.setEnabled(isStale);
    m_actions.showSsh.setVisible(m_parts.ssh != nullptr);
    refreshShown();
    refreshStatus();
    updatePermissions();
}

//! Not of the link: that has its own signals, and is looked at once a second.
void RelayPage::refreshFigures()
{
    const client::Totals &totals = m_parts.mirror.totals();
    m_vitals->showVitals(m_data.vitals(), !m_link.isLive());
    m_sidebar->entries().setCounts(m_data.counts(), totals.connections, totals.topics);
    refreshNothingYet();
    m_frozenBanner->setVisible(m_data.isFrozen());
    if (m_data.isFrozen())
        m_frozenBanner->setWords(m_frozenBanner->headline(),
                                 tr("%Ln change(s) waiting. The relay goes on, and so do the figures above.",
                                    "Strip of the frozen view", m_data.waitingChanges()));
    refreshShown();
}

void RelayPage::refreshNothingYet()
{
    const bool isNothingYet = m_link.isLive() && m_parts.mirror.asOf() != 0 && m_parts.mirror.connections().isEmpty()
        && m_data.connections().rowCount() == 0;
    m_workspace->setNothingYet(isNothingYet);
    m_filterBar->setVisible(!isNothingYet);
}

void RelayPage::refreshShown()
{
    const int shown = m_workspace->shownRows();
    const int all = m_workspace->allRows();
    QString text = shown == all
        ? tr("%1 shown", "Rows of the table").arg(format::count(shown))
        : tr("%1 of %2 shown", "Rows of the table").arg(format::count(shown), format::count(all));
    if (m_workspace->view() == View::Routing) {
        const auto [topics, connections] = m_workspace->shownInGraph();
        text = tr("%1, %2", "What the graph shows: topics, connections")
                   .arg(tr("%Ln topic(s)", "What the graph shows", topics),
                        tr("%Ln connection(s)", "What the graph shows", connections));
    } else if (m_workspace->currentTable() == nullptr)
        text.clear(); // the filter has nothing to do here
    if (!m_link.asOf.isEmpty() && !text.isEmpty())
        text = tr("%1 as of %2", "Rows of the table, time").arg(text, m_link.asOf);
    m_filterBar->field().setShownText(text);
}

void RelayPage::refreshStatus()
{
    const client::ServerHello &hello = m_parts.client.hello();
    QStringList parts;
    if (m_link.isLive()) {
        parts.append(tr("%n update(s) a second", "Status bar", m_updatesPerSecond));
        parts.append(tr("relay lag %1 ms", "Status bar: how late the relay's own timer comes")
                         .arg(QLocale().toString(m_parts.mirror.totals().loopLagMs, 'f', 1)));
    } else if (!m_link.asOf.isEmpty()) {
        parts.append(tr("Data as of %1", "Status bar").arg(m_link.asOf));
        parts.append(tr("Last update %1 ago", "Status bar").arg(format::age(m_parts.clock() - m_parts.mirror.asOf())));
    } else {
        parts.append(m_link.detail);
    }
    if (!hello.version.isEmpty())
        parts.append(tr("%1 %2, up %3", "Status bar: program, version, duration")
                         .arg(hello.name, hello.version, format::age(m_data.connections().now() - hello.startedAt)));
    const QString path = m_parts.client.socketPath();
    if (!path.isEmpty())
        parts.append(format::isolated(path));
    m_status->mode().setMode(modeOf(hello));
    m_status->mode().setStale(!m_link.isLive());
    QStringList who { hello.user, hello.role };
    who.removeAll(QString());
    m_status->showParts(m_link.isLive(), parts, who.join(QStringLiteral(", ")));
}

void RelayPage::updatePermissions()
{
    m_jobs->setWhyNotStop(whyNotByRole());
    m_guard->setWhyNotAct(whyNotKick());
    m_actions.allow(
        { .whyNotAct = LinkWords::whyNotNow(m_link),
          .whyNotKick = whyNotByRole(),
          .whyNotTap = m_taps->whyNotTap(),
          .hasTapTarget = m_taps->target().has_value(),
          .whyNotDrain = m_guard->whyNotDrain(),
          .whyNotDeny = whyNotDeny(),
          .canDeny = modeOf(m_parts.client.hello()) == ModeBadge::Mode::Secured || canDenyAddresses(),
          .hasSelection = !m_workspace->selectedIds().isEmpty(),
          .hasTopics = !m_workspace->selectedTopics().isEmpty(),
          .whyNotAddress = addresses::areMasked() ? tr("Addresses are masked: the filter would show it.") : QString(),
          .hasDenials = m_guard->hasDenials() });
}

bool RelayPage::canDenyAddresses() const
{
    return m_parts.client.hello().features.contains(QLatin1String("undo"));
}

QString RelayPage::whyNotByRole() const
{
    const QString &role = m_parts.client.hello().role;
    if (role != QLatin1String("viewer") && role != QLatin1String("tap"))
        return {};
    return tr("Your role here is %1. To close connections you need to be an operator or admin.").arg(role);
}

QString RelayPage::whyNotKick() const
{
    const QString now = LinkWords::whyNotNow(m_link);
    return now.isEmpty() ? whyNotByRole() : now;
}

QString RelayPage::whyNotDeny() const
{
    if (canDenyAddresses())
        return {};
    const QVector<quint64> ids = m_workspace->selectedIds();
    const bool hasBooking = std::any_of(ids.begin(), ids.end(), [this](quint64 id) {
        return !m_parts.mirror.connections().value(id).bookingId.isEmpty();
    });
    return ids.isEmpty() || hasBooking ? QString() : tr("What is selected belongs to no booking.");
}

void RelayPage::askWhereItListens()
{
    m_parts.client.call(
        QStringLiteral("server.info"), {}, [self = QPointer<RelayPage>(this)](const client::Reply &reply) {
            if (self.isNull() || !reply.isOk())
                return;
            const QString first
                = reply.result.toObject().value(QLatin1String("listening")).toArray().first().toString();
            const QString address = first.section(QStringLiteral("://"), -1);
            if (!address.isEmpty())
                self->m_workspace->setListenAddress(address);
        });
}

} // namespace relay::gui

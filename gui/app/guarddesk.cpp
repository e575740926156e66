// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/guarddesk.h"

#include "client/admin/drain.h"
#include "gui/app/actions.h"
#include "gui/app/denier.h"
#include "gui/app/workspace.h"
#include "gui/dialogs/draindialog.h"
#include "gui/guard/alertspage.h"
#include "gui/guard/denydialog.h"
#include "gui/models/addresses.h"
#include "gui/models/format.h"
#include "gui/views/livetable.h"
#include "gui/views/tablepage.h"
#include "gui/views/undostack.h"

#include <QPointer>

#include <algorithm>
#include <chrono>

namespace relay::gui {

using namespace std::chrono_literals;

namespace {

QVector<ColumnSpec> denyColumns()
{
    QVector<ColumnSpec> columns;
    for (int column = 0; column < guard::kDenyColumns; ++column)
        columns.append(guard::DenyModel::spec(static_cast<guard::DenyColumn>(column)));
    return columns;
}

client::Denied kindOf(const guard::Denial &denial)
{
    if (denial.what == QLatin1String("subject"))
        return client::Denied::Subject;
    if (denial.what == QLatin1String("address"))
        return denial.key().contains(QLatin1Char('/')) ? client::Denied::Network : client::Denied::Address;
    return client::Denied::Booking;
}

} // namespace

GuardDesk::GuardDesk(const Parts &parts, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_window(window)
    , m_list(parts.client)
    , m_denials(parts.clock)
    , m_shownDenials(m_denials)
    , m_alerts(parts.client)
{
    addPages();
    connect(&m_list, &guard::DenyList::changed, this, &GuardDesk::takeList);
    connect(&parts.denier, &Denier::listChanged, &m_list, &guard::DenyList::refresh);
    connect(&m_alerts, &client::AlertFeed::activeChanged, this, &GuardDesk::takeAlerts);
    connect(&m_alerts, &client::AlertFeed::availableChanged, this, &GuardDesk::takeAlerts);
    connect(&m_alerts, &client::AlertFeed::becameKnown, this, &GuardDesk::takeAlerts);
    connect(m_alertsPage, &guard::AlertsPage::told, this, &GuardDesk::told);
    connect(&parts.actions.addDenial, &QAction::triggered, this, &GuardDesk::addDenial);
    connect(&parts.actions.removeDenial, &QAction::triggered, this, &GuardDesk::removeSelected);
    connect(&parts.actions.drain, &QAction::triggered, this, &GuardDesk::drain);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_list.setWatched(m_denyPage->isVisible());
        if (m_denyPage->isVisible())
            m_denials.tick();
    });
    m_second.start(1s);
    retranslate();
    takeList();
    takeAlerts();
}

void GuardDesk::addPages()
{
    m_denyTable = new LiveTable(m_shownDenials, denyColumns(), m_parts.theme);
    m_denyPage = new TablePage(m_denyTable, m_shownDenials, m_parts.theme);
    m_parts.workspace.addPage(
        { .view = View::DenyList,
          .widget = m_denyPage,
          .table = m_denyTable,
          .actions = { &m_parts.actions.addDenial, &m_parts.actions.removeDenial },
          .selectionText =
              [this] {
                  const QVector<guard::Denial> denials = selectedDenials();
                  return denials.isEmpty()  ? QString()
                      : denials.size() == 1 ? format::isolated(addresses::shown(denials.first().key()))
                                            : tr("%n denial(s)", "That are selected", int(denials.size()));
              },
          .nothingSelected = [] { return tr("Select what is to be allowed again, or add something."); } });
    m_alertsPage = new guard::AlertsPage(m_alerts, m_parts.theme);
    m_parts.workspace.addPage({ .view = View::Alerts, .widget = m_alertsPage });
    for (const View view : { View::DenyList, View::Alerts })
        m_parts.sidebar.setAvailable(view, true);
}

void GuardDesk::setRelayName(const QString &name)
{
    m_relayName = name;
    m_alertsPage->setRelayName(name);
}

void GuardDesk::setWhyNotAct(const QString &reason)
{
    m_alertsPage->setWhyNotEdit(reason);
}

QVector<guard::Denial> GuardDesk::selectedDenials() const
{
    QVector<guard::Denial> selected;
    QModelIndexList rows = m_denyTable->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : std::as_const(rows)) {
        const QString id = row.data(IdRole).toString();
        for (const guard::Denial &each : m_denials.denials())
            if (each.id == id)
                selected.append(each);
    }
    return selected;
}

bool GuardDesk::hasDenials() const
{
    return m_parts.workspace.view() == View::DenyList && m_denyTable->selectionModel()->hasSelection();
}

void GuardDesk::addDenial()
{
    const client::ServerHello &hello = m_parts.client.hello();
    const bool hasAddresses = hello.features.contains(QLatin1String("undo"));
    auto *dialog = new guard::DenyDialog(
        { .mirror = m_parts.mirror,
          .relayName = m_relayName,
          .isSecured = hello.mode == QLatin1String("secured"),
          .whyNotAddresses = hasAddresses ? QString() : tr("The relay cannot do this: it is older than this window.") },
        m_parts.theme, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_parts.denier.deny({ dialog->order() }); });
    dialog->open();
}

void GuardDesk::removeSelected()
{
    const QVector<guard::Denial> denials = selectedDenials();
    if (!denials.isEmpty())
        allowAgain(denials);
}

//! At once, as it can be taken back: what was denied is denied again as it was.
void GuardDesk::allowAgain(const QVector<guard::Denial> &denials)
{
    QStringList ids;
    QVector<client::DenyOrder> again;
    for (const guard::Denial &denial : denials) {
        ids.append(denial.id);
        if (denial.what == QLatin1String("hold")) // ends by itself soon, and cannot be made without a kick
            continue;
        client::DenyOrder order;
        order.what = kindOf(denial);
        order.key = denial.key();
        order.until = denial.until;
        order.reason = denial.reason;
        order.kicks = false;
        order.isForced = true; // it was there before
        again.append(order);
    }
    m_parts.denier.remove(ids);
    if (again.isEmpty())
        return;
    const QString name = again.size() == 1 ? format::isolated(addresses::shown(again.first().key))
                                           : tr("%n denial(s)", "That were removed", int(again.size()));
    m_parts.undo.offer(tr("Taken off the deny list: %1.").arg(name), tr("What was cut may connect again."),
                       [denier = QPointer(&m_parts.denier), again] {
                           if (!denier.isNull())
                               denier->deny(again);
                       });
}

QString GuardDesk::whyNotDrain() const
{
    const client::ServerHello &hello = m_parts.client.hello();
    if (hello.role != QLatin1String("admin"))
        return tr("Your role here is %1. To drain the relay you need to be admin.").arg(hello.role);
    if (!hello.features.contains(QLatin1String("drain")))
        return tr("The relay cannot do this: it is older than this window.");
    return {};
}

void GuardDesk::drain()
{
    QVector<client::Connection> all;
    for (const client::Connection &each : m_parts.mirror.connections())
        all.append(each);
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    auto *dialog = new dialogs::DrainDialog(all, m_relayName, m_parts.theme, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        client::startDrain(m_parts.client, dialog->deadline(),
                           [self = QPointer(this)](quint64, const QString &errorText) {
                               if (!self.isNull() && !errorText.isEmpty())
                                   Q_EMIT self->told(tr("Not drained."), errorText);
                           });
    });
    dialog->open();
}

void GuardDesk::takeList()
{
    m_denials.setDenials(m_list.denials());
    const bool hasList = m_list.isKnown() && m_list.problem().isEmpty();
    m_parts.sidebar.setCount(View::DenyList, hasList ? int(m_list.denials().size()) : -1);
    m_shownDenials.refresh();
    describeNothing();
}

void GuardDesk::describeNothing()
{
    const QString nothing = !m_list.isKnown() ? tr("Nothing is known yet.")
        : m_list.problem().isEmpty()          ? tr("Nobody is denied. What operators deny stands here, with its end.")
                                              : m_list.problem();
    m_denyPage->setNothingSentence(tr("Nothing on the deny list matches %1."), nothing);
}

void GuardDesk::takeAlerts()
{
    const int active = int(m_alerts.active().size());
    m_parts.sidebar.setCount(View::Alerts, m_alerts.isKnown() && m_alerts.isAvailable() ? active : -1);
    Q_EMIT alertCountChanged(active);
}

void GuardDesk::retranslate()
{
    m_denyTable->setColumns(denyColumns());
    m_denyTable->setAccessibleName(tr("Deny list"));
    m_denials.retranslate();
    describeNothing();
}

} // namespace relay::gui

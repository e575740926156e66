// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/palettesource.h"

#include "gui/app/mainwindow.h"
#include "gui/app/memory.h"
#include "gui/app/menus.h"
#include "gui/models/filter.h"
#include "gui/models/format.h"
#include "gui/palette/match.h"
#include "gui/views/statuscolor.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace relay::gui {

namespace {

constexpr int kMostFound = 5; // of one kind: the list is to be read at a glance

struct Found
{
    int rank = 0;
    QString name;
    PaletteItem item;
};

//! The best few, under a head.
void put(QVector<Found> found, const QString &head, int most, QVector<PaletteItem> &items)
{
    if (found.isEmpty())
        return;
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        return a.rank != b.rank ? a.rank < b.rank : a.name < b.name;
    });
    PaletteItem title;
    title.text = head;
    title.isHead = true;
    items.append(title);
    for (qsizetype i = 0; i < std::min<qsizetype>(most, found.size()); ++i)
        items.append(found.at(i).item);
}

//! Without the letters' marks, and without the key that some languages put behind it: "Kick(&K)".
QString plain(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

QVector<PaletteItem> PaletteSource::find(const QString &query) const
{
    QVector<PaletteItem> items;
    if (!query.isEmpty()) {
        addTopics(query, items);
        addConnections(query, items);
    }
    addRelays(query, items);
    addCommands(query, items);
    return items;
}

void PaletteSource::addTopics(const QString &query, QVector<PaletteItem> &items) const
{
    QPointer<RelayPage> page(&m_window.page());
    const auto &topics = page->parts().mirror.topics();
    QVector<Found> found;
    for (const client::Topic &topic : topics) {
        const QString name = format::topic(topic.id);
        const int rank = matchRank(query, name);
        if (rank < 0)
            continue;
        Found one { rank, name, {} };
        one.item.text = name;
        one.item.icon = format::kindIcon(topic.kind);
        const int connections = topic.publishers + topic.subscribers;
        one.item.detail = topic.slowReaders > 0
            ? QString(tr("%n connection(s)", "Palette: of a topic", connections) + QStringLiteral(", ")
                      + tr("%n slow", "Palette: readers of a topic", topic.slowReaders))
            : tr("%n connection(s)", "Palette: of a topic", connections);
        one.item.run = [page, id = topic.id] {
            if (page)
                page->goToTopic(id);
        };
        found.append(one);
    }
    put(found, tr("Topics"), kMostFound, items);
}

void PaletteSource::addConnections(const QString &query, QVector<PaletteItem> &items) const
{
    QPointer<RelayPage> page(&m_window.page());
    const Tokens &tokens = page->parts().theme.tokens();
    QVector<Found> found;
    for (const ConnectionRow &row : page->data().connections().rows()) {
        const client::Connection &c = row.connection;
        const QString address = format::peer(c.address);
        const int rank = matchRank(query, address, format::topic(c.topic) + QLatin1Char(' ') + c.bookingId);
        if (rank < 0)
            continue;
        // Of those that only their topic brings here, the ones in trouble are meant.
        Found one { rank * 16 + sortRank(row.status), address, {} };
        one.item.text = address;
        one.item.icon = statusIcon(row.status);
        one.item.iconColor = statusColor(tokens, row.status);
        QStringList parts { format::isolated(format::topic(c.topic)), format::role(c.role), statusWord(row.status) };
        if (!c.bookingId.isEmpty())
            parts.append(format::isolated(c.bookingId));
        one.item.detail = format::enumeration(parts);
        one.item.completion = address;
        one.item.run = [page, id = c.id] {
            if (page)
                page->goToConnection(id);
        };
        found.append(one);
    }
    put(found, tr("Connections"), kMostFound, items);
}

void PaletteSource::addRelays(const QString &query, QVector<PaletteItem> &items) const
{
    QVector<Found> found;
    QVector<Place> shown;
    for (int i = 0; i < m_window.count(); ++i) {
        RelayPage &page = m_window.pageAt(i);
        shown.append(page.parts().place);
        const QString name = page.link().relayName;
        const int rank = matchRank(query, name, page.parts().place.name());
        if (rank < 0 || &page == &m_window.page())
            continue;
        Found one { rank, name, {} };
        one.item.text = name;
        one.item.icon = QStringLiteral("server");
        one.item.detail = page.link().detail;
        one.item.run = [window = QPointer<MainWindow>(&m_window), place = page.parts().place] {
            if (window)
                window->openPlace(place);
        };
        found.append(one);
    }
    const QVector<Place> known = m_window.page().parts().memory.knownPlaces();
    for (const Place &place : known) {
        const int rank = matchRank(query, place.name());
        if (rank < 0 || query.isEmpty() || shown.contains(place))
            continue;
        Found one { rank, place.name(), {} };
        one.item.text = place.name();
        one.item.icon = QStringLiteral("server");
        one.item.detail = place.isRemote() ? tr("Connect over ssh") : tr("Connect");
        one.item.run = [window = QPointer<MainWindow>(&m_window), place] {
            if (window)
                window->openPlace(place);
        };
        found.append(one);
    }
    put(found, tr("Relays"), kMostFound, items);
}

//! What can be done with what was typed.
void PaletteSource::addOrders(const QString &query, QVector<PaletteItem> &items) const
{
    QPointer<RelayPage> page(&m_window.page());
    const QString text = Filter::topicTerm(query + QLatin1Char('*'));
    const Filter filter = Filter::parse(text);
    int count = 0;
    for (const ConnectionRow &row : page->data().connections().rows())
        count += filter.matches({ row.connection, row.status, row.dropRate }) ? 1 : 0;
    if (count == 0)
        return;
    PaletteItem item;
    item.icon = QStringLiteral("filter");
    item.text = tr("Filter by %1", "Palette: a filter").arg(text);
    item.detail = tr("%n connection(s)", "Palette: of a topic", count);
    item.key = QKeySequence(Qt::CTRL | Qt::Key_Return).toString();
    item.completion = query;
    item.run = [page, text] {
        if (page)
            page->setFilter(text);
    };
    items.append(item);
    item.icon = QStringLiteral("graph");
    item.text = tr("Show %1 in routing", "Palette: what was typed").arg(query);
    item.detail.clear();
    item.key.clear();
    item.run = [page, text] {
        if (page) {
            page->setFilter(text);
            page->showView(View::Routing);
        }
    };
    items.append(item);
    item.icon = QStringLiteral("kick");
    item.text = tr("Kick everything that matches %1…", "Palette: a filter").arg(text);
    item.detail = tr("asks first", "Palette: nothing happens at once");
    const QString whyNot = page->whyNotKick();
    if (!whyNot.isEmpty()) {
        item.isPossible = false;
        item.detail = whyNot;
    }
    item.run = [page, text] {
        if (page)
            page->kickMatching(text);
    };
    items.append(item);
}

void PaletteSource::addCommands(const QString &query, QVector<PaletteItem> &items) const
{
    QVector<PaletteItem> orders;
    if (!query.isEmpty())
        addOrders(query, orders);
    QVector<Found> found;
    const QVector<Command> all = commands();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Command &command = all.at(i);
        if (!command.action->isVisible())
            continue;
        const int rank = matchRank(query, command.name, command.action->toolTip());
        if (rank < 0)
            continue;
        // As long as nothing is typed they stand as in the menus.
        Found one { rank, query.isEmpty() ? QString() : command.name, {} };
        one.item.text = command.name;
        one.item.icon = command.action->objectName();
        one.item.key = command.action->shortcut().toString(QKeySequence::NativeText);
        one.item.isPossible = command.action->isEnabled();
        if (!one.item.isPossible)
            one.item.detail = command.action->toolTip() == command.action->iconText() ? tr("not possible now")
                                                                                      : command.action->toolTip();
        else if (command.action->isCheckable() && command.action->isChecked())
            one.item.detail = tr("on", "Palette: a setting that is chosen");
        one.item.run = [action = QPointer<QAction>(command.action)] {
            if (action)
                action->trigger();
        };
        found.append(one);
    }
    if (found.isEmpty() && orders.isEmpty())
        return;
    PaletteItem title;
    title.text = tr("Commands");
    title.isHead = true;
    items.append(title);
    items += orders;
    QVector<PaletteItem> rest;
    put(found, {}, int(found.size()), rest);
    items += rest.mid(1); // one head is enough
}

void PaletteSource::collect(const QMenu &menu, const QString &path, QVector<Command> &commands) const
{
    for (QAction *action : menu.actions()) {
        if (action->menu() != nullptr) {
            collect(*action->menu(), plain(action->text()) + QStringLiteral(": "), commands);
            continue;
        }
        const bool isThere = std::any_of(commands.begin(), commands.end(),
                                         [action](const Command &one) { return one.action == action; });
        if (!action->isSeparator() && !isThere)
            commands.append({ action, path + plain(action->text()) });
    }
}

QVector<PaletteSource::Command> PaletteSource::commands() const
{
    QVector<Command> commands;
    RelayPage &page = m_window.page();
    page.menus().refresh();
    // The menus of the main menu are the window's heads, not part of a name.
    for (const QAction *head : page.menus().main().actions())
        if (head->menu() != nullptr)
            collect(*head->menu(), {}, commands);
    // And what stands in no menu: ways out of a strip, keys of a view.
    QList<QWidget *> widgets = page.findChildren<QWidget *>();
    widgets.prepend(&page);
    widgets.prepend(&m_window);
    for (const QWidget *widget : std::as_const(widgets)) {
        if (qobject_cast<const QMenu *>(widget) != nullptr)
            continue;
        for (QAction *action : widget->actions()) {
            const bool isThere = std::any_of(commands.begin(), commands.end(),
                                             [action](const Command &one) { return one.action == action; });
            if (!isThere && action->menu() == nullptr && !action->isSeparator() && !action->text().isEmpty())
                commands.append({ action, plain(action->text()) });
        }
    }
    return commands;
}

} // namespace relay::gui

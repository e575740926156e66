// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/recordpages.h"

#include "client/admin/mirror.h"
#include "gui/app/actions.h"
#include "gui/app/workspace.h"
#include "gui/views/livetable.h"
#include "gui/views/tablepage.h"

#include <algorithm>
#include <chrono>

namespace relay::gui {

namespace {

constexpr int kMostMarks = 60; // more would hide one another

chart::ChartEvent::Level levelOf(const QString &level)
{
    if (level == QLatin1String("error"))
        return chart::ChartEvent::Level::Error;
    return level == QLatin1String("warning") ? chart::ChartEvent::Level::Warning : chart::ChartEvent::Level::Info;
}

//! Notes are many; of them only those that explain a change of the lines.
bool deservesAMark(const QString &level, const QString &code)
{
    static const QStringList telling { QStringLiteral("started"), QStringLiteral("reload"), QStringLiteral("drain"),
                                       QStringLiteral("kick"), QStringLiteral("deny") };
    return level != QLatin1String("info") || telling.contains(code);
}

} // namespace

RecordPages::RecordPages(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    Page &closed = add(View::Closed, RecordKind::Closed);
    auto *closedFeed = new ClosedRecords(parts.client, *closed.model);
    closed.feed.reset(closedFeed);
    Page &events = add(View::Events, RecordKind::Event);
    events.feed = std::make_unique<LogRecords<client::EventFeed>>(parts.client, *events.model);
    Page &audit = add(View::Audit, RecordKind::Audit);
    audit.feed = std::make_unique<LogRecords<client::AuditFeed>>(parts.client, *audit.model);
    addShells();
    for (const auto &page : m_pages)
        connect(page->feed.get(), &RecordFeed::stateChanged, this, [this, made = page.get()] {
            updateSentence(*made);
            Q_EMIT countsChanged();
        });
    connect(&parts.mirror, &client::Mirror::connectionsChanged, closedFeed,
            [closedFeed](const auto &, const auto &, const QVector<quint64> &removed) {
                if (!removed.isEmpty())
                    closedFeed->refresh();
            });
    for (const auto signal : { &RecordModel::rowsInserted, &RecordModel::rowsRemoved })
        connect(events.model.get(), signal, this, &RecordPages::chartEventsChanged);
    retranslate();
}

RecordPages::~RecordPages() = default;

RecordPages::Page &RecordPages::add(View view, RecordKind kind)
{
    auto page = std::make_unique<Page>();
    page->view = view;
    page->model = std::make_unique<RecordModel>(kind, m_parts.clock);
    page->proxy = std::make_unique<RecordProxy>(*page->model);
    if (kind == RecordKind::Shell)
        page->proxy->sort(fieldIndex(kind, QLatin1String("host")), Qt::AscendingOrder);
    else // newest first
        page->proxy->sort(fieldIndex(kind, kind == RecordKind::Closed ? QLatin1String("closedAt") : QLatin1String("at")),
                          Qt::DescendingOrder);
    page->table = new LiveTable(*page->proxy, page->model->columns(), m_parts.theme);
    page->page = new TablePage(page->table, *page->proxy, m_parts.theme);
    Page *made = page.get();
    WorkspacePage place { .view = view, .widget = page->page, .table = page->table };
    if (kind == RecordKind::Shell) {
        place.actions = { &m_parts.actions.inspect, &m_parts.actions.kick };
        place.ids = [this, made] { return selectedConnections(*made); };
        place.selectionText = [made] {
            const QModelIndex row = made->table->selectionModel()->selectedRows().value(0);
            return row.isValid() ? row.data().toString() : QString();
        };
        place.nothingSelected = [] { return tr("Select a shell to inspect its connection or to end it."); };
    }
    m_parts.workspace.addPage(place);
    for (const auto signal : { &RecordModel::rowsInserted, &RecordModel::rowsRemoved })
        connect(made->model.get(), signal, this, &RecordPages::countsChanged);
    connect(made->table, &LiveTable::rowActivated, this,
            [this, made](const QModelIndex &index) { activate(*made, index); });
    m_pages.push_back(std::move(page));
    return *made;
}

void RecordPages::addShells()
{
    Page &shells = add(View::Shells, RecordKind::Shell);
    auto feed = std::make_unique<ShellRecords>(m_parts.client, *shells.model);
    connect(feed.get(), &RecordFeed::stateChanged, this,
            [this, offered = feed.get()] { Q_EMIT shellsOffered(offered->state() != RecordFeed::State::NotOffered); });
    shells.feed = std::move(feed);
    connect(&m_second, &QTimer::timeout, this, [&shells] {
        if (shells.table->isVisible())
            shells.model->tellTime();
    });
    m_second.start(std::chrono::seconds(1));
}

//! The client's end of each: to close it ends the host's too.
QVector<quint64> RecordPages::selectedConnections(const Page &page) const
{
    QVector<quint64> ids;
    const QModelIndexList rows = page.table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        if (const Record &record = page.proxy->recordAt(row.row()); !record.connections.isEmpty())
            ids.append(record.connections.first());
    return ids;
}

const RecordPages::Page &RecordPages::pageOf(View view) const
{
    const auto found
        = std::find_if(m_pages.begin(), m_pages.end(), [view](const auto &page) { return page->view == view; });
    Q_ASSERT(found != m_pages.end());
    return **found;
}

RecordModel &RecordPages::model(View view) const
{
    return *pageOf(view).model;
}

LiveTable &RecordPages::table(View view) const
{
    return *pageOf(view).table;
}

int RecordPages::count(View view) const
{
    const Page &page = pageOf(view);
    const int rows = page.model->rowCount();
    const bool isUnknown = rows == 0 && page.feed != nullptr && page.feed->state() == RecordFeed::State::NoContact;
    return isUnknown ? -1 : rows;
}

void RecordPages::setFrozen(bool isFrozen)
{
    for (const auto &page : m_pages)
        page->model->setFrozen(isFrozen);
}

void RecordPages::activate(const Page &page, const QModelIndex &index)
{
    const Record &record = page.proxy->recordAt(index.row());
    if (page.view == View::Shells) {
        m_parts.actions.inspect.trigger();
        return;
    }
    if (!record.connections.isEmpty()) {
        Q_EMIT connectionAsked(record.connections.first());
        return;
    }
    const int column = fieldIndex(page.model->kind(), QLatin1String("topic"));
    const QString topic = column < 0 ? QString() : record.values.at(column).toString();
    if (!topic.isEmpty())
        Q_EMIT topicAsked(topic);
}

void RecordPages::updateSentence(const Page &page)
{
    const RecordFeed::State state = page.feed->state();
    QString nothing;
    QString noMatch;
    QString notOffered;
    switch (page.view) {
    case View::Closed:
        nothing = tr("No connection has ended since the relay was started.");
        noMatch = tr("No closed connection matches %1.");
        break;
    case View::Events:
        nothing = tr("Nothing worth telling has happened.");
        noMatch = tr("No event matches %1.");
        notOffered = tr("This relay keeps no events. A newer relayd does.");
        break;
    case View::Shells:
        nothing = tr("Nobody uses a shell through this relay.");
        noMatch = tr("No shell matches %1.");
        notOffered = tr("This relay carries no shells. A newer relayd does.");
        break;
    default:
        nothing = tr("Nobody has given this relay an order.");
        noMatch = tr("No order matches %1.");
        notOffered = tr("This relay keeps no list of orders. A newer relayd does.");
    }
    if (state == RecordFeed::State::NotOffered && !notOffered.isEmpty())
        nothing = notOffered;
    else if (state == RecordFeed::State::NoContact)
        nothing = tr("Nothing is known yet.");
    page.page->setNothingSentence(noMatch, nothing);
}

void RecordPages::retranslate()
{
    for (const auto &page : m_pages) {
        page->model->retranslate();
        page->table->setColumns(page->model->columns());
        page->table->setAccessibleName(m_parts.actions.viewAction(page->view).iconText());
        updateSentence(*page);
    }
    Q_EMIT chartEventsChanged(); // their sentences
}

QVector<chart::ChartEvent> RecordPages::chartEvents() const
{
    static const int level = fieldIndex(RecordKind::Event, QLatin1String("level"));
    static const int at = fieldIndex(RecordKind::Event, QLatin1String("at"));
    static const int code = fieldIndex(RecordKind::Event, QLatin1String("code"));
    static const int text = fieldIndex(RecordKind::Event, QLatin1String("text"));
    QVector<chart::ChartEvent> events;
    for (const Record &record : model(View::Events).records()) {
        const QString &levelName = record.values.at(level).toString();
        if (deservesAMark(levelName, record.values.at(code).toString()))
            events.append({ static_cast<qint64>(record.id), record.values.at(at).toLongLong(), levelOf(levelName),
                            record::text(record, text, model(View::Events).fields().at(text), 0) });
    }
    if (events.size() > kMostMarks)
        events.remove(0, events.size() - kMostMarks);
    return events;
}

void RecordPages::selectEvent(qint64 number)
{
    const Page &page = pageOf(View::Events);
    const int row = page.proxy->rowOf(static_cast<quint64>(number));
    if (row < 0)
        return;
    page.table->selectRow(row);
    page.table->scrollTo(page.proxy->index(row, 0));
}

} // namespace relay::gui

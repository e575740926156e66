// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/exporter.h"
#include "gui/app/recordpages.h"
#include "gui/app/viewdesk.h"
#include "gui/app/viewkeeper.h"
#include "gui/chart/throughputpanel.h"
#include "gui/chart/throughputplot.h"
#include "gui/views/filterfield.h"
#include "gui/views/sidebar.h"
#include "gui/views/topictable.h"
#include "tests/gui/app/windowfixture.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

//! The looking side of the window over a made-up relay: views, filter, saved views, export, what was.
class TestWindowViews : public QObject, private WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dress(); }
    void init() { makeRelay(); }
    void cleanup() { tearDown(); }
    void viewsHaveKeysAndPages();
    void aFilterForAConnectionHoldsEverywhere();
    void theFilterOffersItsTerms();
    void typingWhatAViewSaysIsThatView();
    void savedViewsAreRenamedAndDeleted();
    void exportsWhatIsShown();
    void aFileThatCannotBeWrittenIsTold();
    void eventsComeIntoTableAndChart();
    void shellsLeadToTheirConnections();
    void withoutContactNothingIsKnownYet();
    void theFilterFieldCountsWhatTheViewShows();
    void allThatClosedIsListed();
};

void TestWindowViews::viewsHaveKeysAndPages()
{
    openWindow();
    const std::pair<Qt::Key, View> keys[] { { Qt::Key_4, View::Closed },  { Qt::Key_5, View::Events },
                                            { Qt::Key_8, View::Audit },   { Qt::Key_2, View::Topics },
                                            { Qt::Key_3, View::Routing }, { Qt::Key_1, View::Connections } };
    for (const auto &[key, view] : keys) {
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
        QCOMPARE(m_window->workspace().view(), view);
        QVERIFY(m_window->actions().viewAction(view).isChecked());
    }
    m_window->showView(View::Events); // of which this relay has none: it says so
    const auto labels = m_window->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("keeps no events"));
    }));
}

void TestWindowViews::aFilterForAConnectionHoldsEverywhere()
{
    openWindow();
    client::Connection one = m_server->world().connections().first();
    one.id = 4711;
    one.role = QStringLiteral("subscriber");
    one.address = QStringLiteral("198.18.7.7:4711");
    m_server->world().set(one);
    QTRY_COMPARE(shownRows(), 41);
    m_window->setFilter(QStringLiteral("address:198.18.7.7"));
    QTRY_COMPARE(shownRows(), 1);
    m_window->showView(View::Topics);
    QTRY_COMPARE(m_window->workspace().topicTable().model()->rowCount(), 1);
    m_window->showView(View::Routing);
    QTRY_COMPARE(m_window->workspace().shownInGraph().first, 1); // its topic, and whoever publishes to it
    m_window->setFilter(QStringLiteral("address:nobody"));
    QTRY_COMPARE(m_window->workspace().topicTable().model()->rowCount(), 0);
}

void TestWindowViews::theFilterOffersItsTerms()
{
    openWindow();
    auto *field = m_window->findChild<FilterField *>();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("spin sta"));
    auto *offers = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
    QVERIFY(offers != nullptr);
    QCOMPARE(offers->model()->rowCount(), 5); // status:dropping and its like
    QTest::keyClick(offers, Qt::Key_Down);
    QTest::keyClick(offers, Qt::Key_Return);
    QCOMPARE(field->text(), QStringLiteral("spin status:dropping"));
    QVERIFY(QApplication::activePopupWidget() == nullptr);
    field->clear();
    QTest::keyClicks(field, QStringLiteral("xyz")); // nothing begins like that
    QVERIFY(QApplication::activePopupWidget() == nullptr);
}

void TestWindowViews::typingWhatAViewSaysIsThatView()
{
    openWindow();
    ViewKeeper &keeper = m_window->page().desk().keeper();
    QCOMPARE(keeper.current(), QStringLiteral("Problems first")); // as the window comes up
    m_window->setFilter(QStringLiteral("status:expiring"));
    QCOMPARE(keeper.current(), QStringLiteral("Ends within 5 min"));
    m_window->setFilter(QStringLiteral("status:expiring kind:video"));
    QCOMPARE(keeper.current(), QStringLiteral("Ends within 5 min"));
    QVERIFY(keeper.isChanged());
    QVERIFY(keeper.buttonText().contains(QStringLiteral("changed")));
    keeper.show(QStringLiteral("Publishers"));
    QVERIFY(!keeper.isChanged());
    QCOMPARE(m_window->findChild<FilterField *>()->text(), QStringLiteral("role:publisher"));
    table().sortByColumn(int(ConnectionColumn::Out), Qt::DescendingOrder);
    QVERIFY(keeper.isChanged());
}

void TestWindowViews::savedViewsAreRenamedAndDeleted()
{
    openWindow();
    ViewKeeper &keeper = m_window->page().desk().keeper();
    const auto choose = [&keeper](const QString &start) {
        Q_EMIT keeper.menu().aboutToShow();
        for (QAction *one : keeper.menu().actions())
            if (one->text().remove(QLatin1Char('&')).startsWith(start)) {
                one->trigger();
                return;
            }
        QFAIL(qPrintable(QStringLiteral("nothing begins with ") + start));
    };
    keeper.show(QStringLiteral("Publishers"));
    choose(QStringLiteral("Rename"));
    auto *dialog = m_window->findChild<QDialog *>();
    QVERIFY(dialog != nullptr);
    auto *field = dialog->findChild<QLineEdit *>();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("problems FIRST")); // another has it
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("Cameras"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(keeper.current(), QStringLiteral("Cameras"));
    QVERIFY(m_memory->savedViews().names().contains(QStringLiteral("Cameras")));
    choose(QStringLiteral("Delete"));
    QCOMPARE(m_memory->savedViews().names().size(), 2);
    const Memory another(m_directory.filePath(QStringLiteral("memory.ini")));
    QCOMPARE(const_cast<Memory &>(another).savedViews().names(), m_memory->savedViews().names());
}

void TestWindowViews::exportsWhatIsShown()
{
    openWindow();
    m_window->setFilter(QStringLiteral("kind:video"));
    QTRY_VERIFY(shownRows() < 40);
    const auto read = [this](const QString &name) {
        QFile file(m_directory.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    Exporter &exporter = m_window->page().desk().exporter();
    QVERIFY(exporter.write(Exporter::What::TableCsv, m_directory.filePath(QStringLiteral("a.csv"))));
    const QList<QByteArray> lines = read(QStringLiteral("a.csv")).trimmed().split('\n');
    QCOMPARE(lines.size(), shownRows() + 1);
    QVERIFY(lines.first().startsWith("status,topic,role,address,"));
    // Of every row that is in it, not of one that the filter may hide.
    const auto wholeAddresses = [&](const QByteArray &content) {
        int count = 0;
        for (int row = 0; row < shownRows(); ++row) {
            const quint64 id = m_window->workspace().currentTable()->model()->index(row, 0).data(IdRole).toULongLong();
            const QByteArray address = m_mirror->connections().value(id).address.toUtf8();
            count += !address.isEmpty() && content.contains(address) ? 1 : 0;
        }
        return count;
    };
    QVERIFY(shownRows() > 0);
    QCOMPARE(wholeAddresses(read(QStringLiteral("a.csv"))), 0);
    exporter.setMasked(false);
    QVERIFY(exporter.write(Exporter::What::TableJson, m_directory.filePath(QStringLiteral("a.json"))));
    const QByteArray whole = read(QStringLiteral("a.json"));
    QCOMPARE(QJsonDocument::fromJson(whole).array().size(), shownRows());
    QCOMPARE(wholeAddresses(whole), shownRows());
    QVERIFY(whole.contains("\"in_bytes_per_s\""));
    QVERIFY(exporter.write(Exporter::What::ChartPicture, m_directory.filePath(QStringLiteral("a.png"))));
    QVERIFY(read(QStringLiteral("a.png")).startsWith("\x89PNG"));
    QVERIFY(exporter.write(Exporter::What::ChartCsv, m_directory.filePath(QStringLiteral("b.csv"))));
    QVERIFY(read(QStringLiteral("b.csv")).startsWith("time,"));
}

void TestWindowViews::aFileThatCannotBeWrittenIsTold()
{
    openWindow();
    QSignalSpy told(&m_window->page().desk().exporter(), &Exporter::told);
    QVERIFY(!m_window->page().desk().exporter().write(Exporter::What::TableCsv, QStringLiteral("/nowhere/at/all.csv")));
    QCOMPARE(told.count(), 1);
    QVERIFY(told.first().first().toString().contains(QStringLiteral("was not written")));
    QVERIFY(!told.first().last().toString().isEmpty());
}

void TestWindowViews::eventsComeIntoTableAndChart()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QString topic = m_server->world().connections().first().topic;
    m_server->setFeatures({ QStringLiteral("events") });
    m_server->setAnswerer([&](const admin::Request &request) -> std::optional<FakeDenyList::Outcome> {
        if (request.method != QLatin1String("events.list"))
            return std::nullopt;
        return QByteArray(R"({"columns":["n","at","level","code","text","data"],"rows":[[1,)") + QByteArray::number(now)
            + R"(,"info","topic-opened","A topic was opened.",{}]],"next":2,"more":false})";
    });
    openWindow();
    RecordPages &records = m_window->page().desk().records();
    QTRY_COMPARE(records.count(View::Events), 1);
    m_server->tell(QStringLiteral("event"),
                   { { QStringLiteral("sub"), QStringLiteral("events") },
                     { QStringLiteral("n"), 2 },
                     { QStringLiteral("at"), now },
                     { QStringLiteral("level"), QStringLiteral("error") },
                     { QStringLiteral("code"), QStringLiteral("dropping") },
                     { QStringLiteral("text"), QStringLiteral("A reader loses messages.") },
                     { QStringLiteral("data"), QJsonObject { { QStringLiteral("topic"), topic } } } });
    QTRY_COMPARE(records.count(View::Events), 2);
    const SidebarModel &entries = m_window->findChild<Sidebar *>()->entries();
    const auto count = [&entries](View view) {
        for (int row = 0; row < entries.rowCount(); ++row)
            if (entries.index(row).data(SidebarModel::EntryRole).toInt() == static_cast<int>(SidebarModel::Entry::View)
                && entries.index(row).data(SidebarModel::ViewRole).toInt() == static_cast<int>(view))
                return entries.index(row).data(SidebarModel::CountRole).toInt();
        return -2;
    };
    QCOMPARE(count(View::Events), 2);
    QCOMPARE(count(View::Shells), -2); // a relay without shells has no view of them
    // Only what is worth a mark; a click on it leads to the event.
    chart::ThroughputPlot &plot = m_window->workspace().throughput().plot();
    QTRY_COMPARE(plot.marks().size(), 1);
    QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(int(plot.marks().first().x), 10));
    QCOMPARE(m_window->workspace().view(), View::Events);
    LiveTable &events = records.table(View::Events);
    QCOMPARE(events.selectionModel()->selectedRows().value(0).data(IdRole).toULongLong(), 2ULL);
    QTest::keyClick(&events, Qt::Key_Return); // and that to its topic
    QCOMPARE(m_window->workspace().view(), View::Connections);
    QCOMPARE(m_window->findChild<FilterField *>()->text(), QString(QStringLiteral("topic:") + topic));
}

void TestWindowViews::shellsLeadToTheirConnections()
{
    m_server->setFeatures({ QStringLiteral("shells") });
    const quint64 id = m_server->world().connections().firstKey();
    m_server->setTable(QStringLiteral("shells"),
                       { QStringLiteral("id"), QStringLiteral("host"), QStringLiteral("client"),
                         QStringLiteral("openedAt"), QStringLiteral("clientId"), QStringLiteral("hostId") },
                       { QJsonArray { 1, QStringLiteral("pi-1"), QStringLiteral("192.0.2.7:5"),
                                      QDateTime::currentMSecsSinceEpoch() - 60'000, qint64(id), qint64(id) + 1 } });
    openWindow();
    RecordPages &records = m_window->page().desk().records();
    QTRY_COMPARE(records.count(View::Shells), 1);
    QTest::keyClick(m_window.get(), Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(m_window->workspace().view(), View::Shells);
    LiveTable &shells = records.table(View::Shells);
    QTest::mouseClick(shells.viewport(), Qt::LeftButton, {}, shells.visualRect(shells.model()->index(0, 1)).center());
    QCOMPARE(m_window->workspace().selectedIds(), QVector<quint64>({ id }));
    QTest::keyClick(&shells, Qt::Key_Return);
    QTRY_VERIFY(m_window->workspace().isInspecting());
    QTest::keyClick(&shells, Qt::Key_Delete);
    QTRY_COMPARE(m_server->kicks().size(), 1);
    QCOMPARE(m_server->kicks().first().ids, QVector<quint64>({ id }));
}

void TestWindowViews::withoutContactNothingIsKnownYet()
{
    m_client = std::make_unique<client::AdminClient>();
    m_mirror = std::make_unique<client::Mirror>(*m_client);
    m_window = std::make_unique<MainWindow>(WindowParts { *m_client, *m_mirror, *m_theme, *m_memory, *m_language,
                                                          [] { return QDateTime::currentMSecsSinceEpoch(); } });
    m_window->show();
    for (const View view : { View::Closed, View::Events, View::DenyList, View::Alerts, View::Audit }) {
        m_window->showView(view);
        QTRY_VERIFY2(tells(QStringLiteral("Nothing is known yet.")), qPrintable(viewKey(view)));
    }
    m_client->connectToServer(m_server->path(), true);
    QTRY_COMPARE(m_mirror->connections().size(), m_server->world().connections().size());
    for (const View view : { View::Closed, View::Events, View::DenyList, View::Alerts, View::Audit }) {
        m_window->showView(view);
        QTRY_VERIFY2(!tells(QStringLiteral("Nothing is known yet.")), qPrintable(viewKey(view)));
    }
}

void TestWindowViews::theFilterFieldCountsWhatTheViewShows()
{
    openWindow();
    const auto *field = m_window->findChild<FilterField *>();
    QTRY_COMPARE(field->shownText(), QStringLiteral("40 shown"));
    m_window->showView(View::Alerts); // where it filters nothing
    QCOMPARE(field->shownText(), QString());
    m_window->showView(View::Routing);
    QTRY_VERIFY2(field->shownText().contains(QStringLiteral("40 connections")), qPrintable(field->shownText()));
    m_window->setFilter(QStringLiteral("nothing-is-called-that"));
    QTRY_COMPARE(field->shownText(), QStringLiteral("0 topics, 0 connections"));
    m_window->showView(View::Alerts);
    QTest::qWait(1200); // the figures are written anew every second
    QCOMPARE(field->shownText(), QString());
}

//! A relay gives them page by page, the newest first; what is known already is not asked for again.
void TestWindowViews::allThatClosedIsListed()
{
    int last = 1'000; // that closed
    m_server->setAnswerer([&last](const admin::Request &request) -> std::optional<FakeDenyList::Outcome> {
        if (request.method != QLatin1String("connections.closed"))
            return std::nullopt;
        const int limit = request.params.value(QLatin1String("limit")).toInt();
        const QString cursor = request.params.value(QLatin1String("cursor")).toString();
        const int first = cursor.isEmpty() ? last : cursor.toInt() - 1;
        const int end = std::max(last - 1'000, first - limit);
        QJsonArray rows;
        for (int id = first; id > end; --id)
            rows.append(QJsonArray { id, 5'000'000 + id });
        QJsonObject answer { { QStringLiteral("columns"),
                               QJsonArray { QStringLiteral("id"), QStringLiteral("closedAt") } },
                             { QStringLiteral("rows"), rows } };
        if (end > last - 1'000)
            answer.insert(QStringLiteral("cursor"), QString::number(end + 1));
        return QJsonDocument(answer).toJson(QJsonDocument::Compact);
    });
    openWindow();
    RecordPages &records = m_window->page().desk().records();
    QTRY_COMPARE(records.count(View::Closed), 1'000);
    QCOMPARE(m_server->callsOf(QStringLiteral("connections.closed")), 4);
    last += 300; // of them more than a page at once
    m_server->world().remove(m_server->world().connections().firstKey());
    QTRY_COMPARE(records.count(View::Closed), 1'300);
    QCOMPARE(m_server->callsOf(QStringLiteral("connections.closed")), 6);
    QCOMPARE(records.model(View::Closed).records().last().id, 1'300ULL);
}

QTEST_MAIN(TestWindowViews)
#include "tst_windowviews.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/addressmask.h"
#include "gui/models/recordmodel.h"
#include "gui/models/savedviews.h"
#include "gui/models/tableexport.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace relay::gui;

namespace {

constexpr qint64 kNow = 1'790'000'000'000;

QJsonObject event(int number, const QString &level, const QString &text, const QString &topic = {})
{
    QJsonObject object { { QStringLiteral("n"), number },
                         { QStringLiteral("at"), kNow - 1000 + number },
                         { QStringLiteral("level"), level },
                         { QStringLiteral("code"), QStringLiteral("slow-reader") },
                         { QStringLiteral("text"), text } };
    if (!topic.isEmpty())
        object.insert(QStringLiteral("data"),
                      QJsonObject { { QStringLiteral("topic"), topic }, { QStringLiteral("connection"), 7 } });
    return object;
}

Record eventRecord(int number, const QString &level = QStringLiteral("info"), const QString &text = QStringLiteral("x"),
                   const QString &topic = {})
{
    return readRecord(RecordKind::Event, event(number, level, text, topic));
}

QString cell(const QAbstractItemModel &model, RecordKind kind, int row, const char *key)
{
    return model.index(row, fieldIndex(kind, QLatin1String(key))).data().toString();
}

} // namespace

//! What was rather than what is going on: events, orders, closed connections; and what is saved or taken along.
class TestRecords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsRowsByTheNamesOfTheirColumns();
    void badRowsAreLeftOut();
    void eachComesOnceAndTheOldestGiveWay();
    void frozenRowsWait();
    void whatWaitedForAnotherRunIsForgotten();
    void frozenRowsStayOverAnotherRun();
    void syncKeepsWhatIsInBoth();
    void wordsOfTheFilterFindRecords();
    void eventsAreSaidInTheWindowsWords();
    void ordersAreSaidInTheWindowsWords();
    void newestOrWorstFirst();
    void closedConnectionsSayHowTheyEnded();
    void savedViewsHaveUniqueNames();
    void csvIsSafeAndMasked();
    void jsonHasTheSameNames();
    void textsThatNameAddressesAreMasked();
    void masksAddresses_data();
    void masksAddresses();
};

void TestRecords::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestRecords::readsRowsByTheNamesOfTheirColumns()
{
    const QVector<Record> records { readRecord(RecordKind::Event,
                                               { { QStringLiteral("text"), QStringLiteral("a reader is slow") },
                                                 { QStringLiteral("news"), 1 },
                                                 { QStringLiteral("n"), 4 },
                                                 { QStringLiteral("level"), QStringLiteral("warning") } }) };
    RecordModel model(RecordKind::Event, [] { return kNow; });
    const QAbstractItemModelTester tester(&model);
    model.append(records);
    QCOMPARE(cell(model, RecordKind::Event, 0, "text"), QStringLiteral("a reader is slow"));
    QCOMPARE(cell(model, RecordKind::Event, 0, "level"), QStringLiteral("Warning"));
    QCOMPARE(model.index(0, 0).data(StatusRole).toInt(), static_cast<int>(Status::Slow));
    QCOMPARE(cell(model, RecordKind::Event, 0, "at"), QStringLiteral("\u2013")); // was not told
}

void TestRecords::badRowsAreLeftOut()
{
    RecordModel model(RecordKind::Audit, [] { return kNow; });
    const QAbstractItemModelTester tester(&model);
    model.append({ readRecord(RecordKind::Audit, { { QStringLiteral("n"), -4 } }),
                   readRecord(RecordKind::Audit, { { QStringLiteral("n"), QStringLiteral("4") } }), Record {} });
    QCOMPARE(model.rowCount(), 0);
    model.append({ readRecord(RecordKind::Audit,
                              { { QStringLiteral("n"), 4 },
                                { QStringLiteral("user"), 17 },
                                { QStringLiteral("uid"), QStringLiteral("many") } }) });
    QCOMPARE(cell(model, RecordKind::Audit, 0, "user"), QStringLiteral("\u2013"));
    QCOMPARE(cell(model, RecordKind::Audit, 0, "uid"), QStringLiteral("\u2013"));
}

void TestRecords::eachComesOnceAndTheOldestGiveWay()
{
    RecordModel model(RecordKind::Event, [] { return kNow; });
    const QAbstractItemModelTester tester(&model);
    model.append({ eventRecord(3), eventRecord(1), eventRecord(2), eventRecord(2) });
    model.append({ eventRecord(2), eventRecord(4) });
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, 0).data(IdRole).toULongLong(), 1ULL);
    QVector<Record> many;
    for (int number = 5; number <= RecordModel::kMost + 10; ++number)
        many.append(eventRecord(number));
    model.append(many);
    QCOMPARE(model.rowCount(), RecordModel::kMost);
    QCOMPARE(model.index(0, 0).data(IdRole).toULongLong(), 11ULL);
    QVERIFY(!model.contains(10));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    model.append({ eventRecord(1) }); // another run of the relay counts from one
    QCOMPARE(model.rowCount(), 1);
}

void TestRecords::frozenRowsWait()
{
    RecordModel model(RecordKind::Event, [] { return kNow; });
    const QAbstractItemModelTester tester(&model);
    model.append({ eventRecord(1) });
    model.setFrozen(true);
    model.append({ eventRecord(2) });
    model.append({ eventRecord(3) });
    QCOMPARE(model.rowCount(), 1);
    model.setFrozen(false);
    QCOMPARE(model.rowCount(), 3);
}

void TestRecords::whatWaitedForAnotherRunIsForgotten()
{
    RecordModel model(RecordKind::Event, [] { return kNow; });
    const QAbstractItemModelTester tester(&model);
    model.setFrozen(true);
    model.append({ eventRecord(5, QStringLiteral("info"), QStringLiteral("of the old run")) });
    model.clear(); // the relay was started anew and counts from one
    model.append({ eventRecord(1, QStringLiteral("info"), QStringLiteral("of the new run")) });
    model.setFrozen(false);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, RecordKind::Event, 0, "text"), QStringLiteral("of the new run"));
    model.setFrozen(true);
    model.syncTo({ eventRecord(7) });
    model.clear();
    model.setFrozen(false);
    QCOMPARE(model.rowCount(), 0);
}

void TestRecords::frozenRowsStayOverAnotherRun()
{
    RecordModel model(RecordKind::Event, [] { return kNow; });
    const QAbstractItemModelTester tester(&model);
    model.append({ eventRecord(1, QStringLiteral("info"), QStringLiteral("of the old run")), eventRecord(2) });
    model.setFrozen(true);
    model.clear();
    QCOMPARE(model.rowCount(), 2);
    model.append({ eventRecord(1, QStringLiteral("info"), QStringLiteral("of the new run")) });
    model.setFrozen(false);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, RecordKind::Event, 0, "text"), QStringLiteral("of the new run"));
}

void TestRecords::syncKeepsWhatIsInBoth()
{
    const auto shell = [](int id, double rate) {
        return readRecord(RecordKind::Shell,
                          { { QStringLiteral("id"), id },
                            { QStringLiteral("host"), QStringLiteral("pi-%1").arg(id) },
                            { QStringLiteral("inRate"), rate },
                            { QStringLiteral("openedAt"), kNow - 120'000 },
                            { QStringLiteral("clientId"), 40 + id },
                            { QStringLiteral("hostId"), 50 + id } });
    };
    RecordModel model(RecordKind::Shell, [] { return kNow; });
    const QAbstractItemModelTester tester(&model);
    model.syncTo({ shell(1, 0), shell(2, 0), shell(3, 0) });
    const QPersistentModelIndex third = model.index(2, 0);
    model.syncTo({ shell(1, 1e6), shell(3, 0), shell(4, 0) });
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(third.row(), 1);
    QCOMPARE(cell(model, RecordKind::Shell, 0, "inRate"), QStringLiteral("8.00"));
    QCOMPARE(cell(model, RecordKind::Shell, 0, "age"), QStringLiteral("2 min"));
    QCOMPARE(model.records().first().connections, (QVector<quint64> { 41, 51 }));
}

void TestRecords::wordsOfTheFilterFindRecords()
{
    RecordModel model(RecordKind::Event, [] { return kNow; });
    RecordProxy proxy(model);
    const QAbstractItemModelTester tester(&proxy);
    model.append(
        { eventRecord(1, QStringLiteral("warning"), QStringLiteral("a reader is slow"), QStringLiteral("/out/a")),
          eventRecord(2, QStringLiteral("info"), QStringLiteral("a topic was opened"), QStringLiteral("/out/b")) });
    const auto shown = [&](const QString &text) {
        QSignalSpy changed(&proxy, &LiveProxy::filterChanged);
        proxy.setFilterText(text);
        return changed.wait(5000) ? proxy.rowCount() : -1;
    };
    QCOMPARE(shown(QStringLiteral("topic opened")), 1);
    QCOMPARE(shown(QStringLiteral("topic:/out/b")), 1);
    QCOMPARE(shown(QStringLiteral("topic:b warning")), 0);
    QCOMPARE(shown(QStringLiteral("drops>0 status:slow")), 2); // nothing that a record has
}

void TestRecords::eventsAreSaidInTheWindowsWords()
{
    RecordModel model(RecordKind::Event, [] { return kNow; });
    const QAbstractItemModelTester tester(&model);
    QJsonObject told = ::event(1, QStringLiteral("info"), QStringLiteral("topic /out/demo opened"));
    told.insert(QStringLiteral("code"), QStringLiteral("topic-opened"));
    told.insert(
        QStringLiteral("data"),
        QJsonObject { { QStringLiteral("topic"), QStringLiteral("/out/demo") }, { QStringLiteral("count"), 1 } });
    QJsonObject newer = ::event(2, QStringLiteral("info"), QStringLiteral("the moon has risen"));
    newer.insert(QStringLiteral("code"), QStringLiteral("moon"));
    model.append({ readRecord(RecordKind::Event, told), readRecord(RecordKind::Event, newer) });
    QCOMPARE(cell(model, RecordKind::Event, 0, "text"), QStringLiteral("Topic \u2066demo\u2069 opened"));
    QCOMPARE(cell(model, RecordKind::Event, 0, "code"), QStringLiteral("Topic opened"));
    QCOMPARE(cell(model, RecordKind::Event, 1, "text"), QStringLiteral("the moon has risen"));
    QCOMPARE(cell(model, RecordKind::Event, 1, "code"), QStringLiteral("moon"));
    const QModelIndex code = model.index(0, fieldIndex(RecordKind::Event, QLatin1String("code")));
    const QModelIndex text = model.index(0, fieldIndex(RecordKind::Event, QLatin1String("text")));
    QCOMPARE(code.data(Qt::ToolTipRole).toString(), QStringLiteral("topic-opened"));
    QCOMPARE(code.data(ExportRole).toString(), QStringLiteral("topic-opened"));
    QCOMPARE(text.data(ExportRole).toString(), QStringLiteral("topic /out/demo opened"));
    RecordProxy proxy(model);
    const QAbstractItemModelTester proxyTester(&proxy);
    for (const char *filter : { "topic-opened", "\"Topic opened\"", "demo opened", "\"demo opened\"", "/out/demo" }) {
        proxy.setFilterText(QString::fromLatin1(filter));
        proxy.applyFilter();
        QVERIFY2(proxy.rowCount() == 1 && proxy.recordAt(0).id == 1, filter);
    }
}

void TestRecords::ordersAreSaidInTheWindowsWords()
{
    RecordModel model(RecordKind::Audit, [] { return kNow; });
    const QAbstractItemModelTester tester(&model);
    const auto order = [](int n, const char *action, const QJsonObject &more) {
        QJsonObject object { { QStringLiteral("n"), n },
                             { QStringLiteral("action"), QString::fromLatin1(action) },
                             { QStringLiteral("target"), QStringLiteral("everything that is green") } };
        for (auto member = more.begin(); member != more.end(); ++member)
            object.insert(member.key(), member.value());
        return readRecord(RecordKind::Audit, object);
    };
    model.append({ order(1, "connections.kick",
                         { { QStringLiteral("targetKind"), QStringLiteral("booking") },
                           { QStringLiteral("targetName"), QStringLiteral("b1") } }),
                   order(2, "server.paint", {}) }); // of another relayd
    QCOMPARE(cell(model, RecordKind::Audit, 0, "action"), QStringLiteral("Kick"));
    QCOMPARE(cell(model, RecordKind::Audit, 0, "target"), QStringLiteral("booking \u2066b1\u2069"));
    QCOMPARE(cell(model, RecordKind::Audit, 1, "action"), QStringLiteral("server.paint"));
    QCOMPARE(cell(model, RecordKind::Audit, 1, "target"), QStringLiteral("everything that is green"));
    const QModelIndex action = model.index(0, fieldIndex(RecordKind::Audit, QLatin1String("action")));
    QCOMPARE(action.data(Qt::ToolTipRole).toString(), QStringLiteral("connections.kick"));
    QCOMPARE(action.data(ExportRole).toString(), QStringLiteral("connections.kick"));
}

void TestRecords::newestOrWorstFirst()
{
    RecordModel model(RecordKind::Event, [] { return kNow; });
    RecordProxy proxy(model);
    model.append({ eventRecord(1), eventRecord(2, QStringLiteral("error")), eventRecord(3) });
    proxy.sort(fieldIndex(RecordKind::Event, QLatin1String("at")), Qt::DescendingOrder);
    QCOMPARE(proxy.recordAt(0).id, 3ULL);
    proxy.sort(fieldIndex(RecordKind::Event, QLatin1String("level")), Qt::AscendingOrder);
    QCOMPARE(proxy.recordAt(0).id, 2ULL);
    QCOMPARE(proxy.rowOf(3), 2);
}

void TestRecords::closedConnectionsSayHowTheyEnded()
{
    RecordModel model(RecordKind::Closed, [] { return kNow; });
    int id = 0;
    for (const int code : { 1000, 1006, 4000, 4401, 4403, 4408, 1009 })
        model.append({ readRecord(RecordKind::Closed,
                                  { { QStringLiteral("id"), ++id },
                                    { QStringLiteral("code"), code },
                                    { QStringLiteral("openedAt"), kNow - 90'000 },
                                    { QStringLiteral("closedAt"), kNow - 30'000 },
                                    { QStringLiteral("address"), QStringLiteral("203.0.113.87:4000") } }) });
    QStringList words;
    for (int row = 0; row < model.rowCount(); ++row)
        words.append(cell(model, RecordKind::Closed, row, "code"));
    QCOMPARE(words.join(QLatin1Char('|')), QStringLiteral("Left|Broke off|Kicked|Expired|Denied|Too slow|Code 1009"));
    QCOMPARE(cell(model, RecordKind::Closed, 0, "lasted"), QStringLiteral("1 min"));
    QCOMPARE(cell(model, RecordKind::Closed, 0, "address"), QStringLiteral("203.0.113.87"));
}

void TestRecords::savedViewsHaveUniqueNames()
{
    SavedViews views;
    QSignalSpy changed(&views, &SavedViews::changed);
    const auto count = views.all().size();
    const SavedView own { QStringLiteral("  Laboratory   A "), QStringLiteral("topics"), QStringLiteral("topic:*-st-*"),
                          QByteArray("columns") };
    QVERIFY(views.save(own));
    QCOMPARE(views.all().last().name, QStringLiteral("Laboratory A"));
    SavedView again = own;
    again.name = QStringLiteral("laboratory a");
    again.filter = QStringLiteral("drops>0");
    QVERIFY(views.save(again)); // replaces it
    QCOMPARE(views.all().size(), count + 1);
    QCOMPARE(views.find(QStringLiteral("LABORATORY A"))->filter, QStringLiteral("drops>0"));
    QVERIFY(!views.save({ QStringLiteral("  "), {}, {}, {} }));
    QVERIFY(!views.save({ QString(SavedViews::kLongestName + 1, QLatin1Char('x')), {}, {}, {} }));
    QVERIFY(!views.rename(QStringLiteral("laboratory a"), views.all().first().name));
    QVERIFY(views.rename(QStringLiteral("laboratory a"), QStringLiteral("Laboratory A")));
    views.remove(QStringLiteral("laboratory a"));
    QCOMPARE(views.all().size(), count);
    QCOMPARE(changed.count(), 4);
}

//! Values by row and column, and nothing else.
class Sheet : public QAbstractTableModel
{
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 4; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        static const QVector<QVariantList> rows { { QStringLiteral("/out/a"), QStringLiteral("203.0.113.87:4000"), 12.5,
                                                    QStringLiteral("=HYPERLINK(\"x\")") },
                                                  { QStringLiteral("/out/b, c"), QStringLiteral("[2001:db8:91::1]:4"),
                                                    0.0, QVariant() } };
        return role == ExportRole ? rows.at(index.row()).at(index.column()) : QVariant();
    }
};

static tableexport::Plan planOf(const Sheet &model)
{
    const auto spec = [](const char *key, CellKind kind = CellKind::Text) {
        ColumnSpec made;
        made.key = QString::fromLatin1(key);
        made.kind = kind;
        return made;
    };
    ColumnSpec in = spec("in", CellKind::Number);
    in.exportKey = QStringLiteral("in_bytes_per_s");
    return { &model, { spec("topic"), spec("address", CellKind::Address), in, spec("agent") }, { 2, 0, 1, 3 }, true };
}

void TestRecords::csvIsSafeAndMasked()
{
    const Sheet model;
    tableexport::Plan plan = planOf(model);
    QCOMPARE(QString::fromUtf8(tableexport::csv(plan)),
             QStringLiteral("in_bytes_per_s,topic,address,agent\r\n"
                            "12.5,/out/a,203.0.113.x,\"'=HYPERLINK(\"\"x\"\")\"\r\n"
                            "0,\"/out/b, c\",2001:db8:91:x,\r\n"));
    plan.isMasked = false;
    QVERIFY(tableexport::csv(plan).contains("203.0.113.87:4000"));
}

void TestRecords::jsonHasTheSameNames()
{
    const Sheet model;
    const QJsonArray rows = QJsonDocument::fromJson(tableexport::json(planOf(model))).array();
    QCOMPARE(rows.size(), 2);
    const QJsonObject first = rows.first().toObject();
    QCOMPARE(first.value(QLatin1String("in_bytes_per_s")).toDouble(), 12.5);
    QCOMPARE(first.value(QLatin1String("address")).toString(), QStringLiteral("203.0.113.x"));
    QCOMPARE(first.value(QLatin1String("agent")).toString(), QStringLiteral("=HYPERLINK(\"x\")")); // no formula here
    QVERIFY(rows.last().toObject().value(QLatin1String("agent")).isNull());
}

//! What the relay and operators write about others goes into files without telling who they are.
void TestRecords::textsThatNameAddressesAreMasked()
{
    const QString text = QStringLiteral("Closed 203.0.113.87:4000.");
    const auto exported = [&text](RecordKind kind, const char *key, bool isMasked) {
        RecordModel model(kind, [] { return kNow; });
        model.append({ readRecord(kind,
                                  { { QStringLiteral("n"), 1 },
                                    { QStringLiteral("id"), 1 },
                                    { QStringLiteral("at"), kNow },
                                    { QString::fromLatin1(key), text } }) });
        QVector<int> all;
        for (int column = 0; column < model.columnCount(); ++column)
            all.append(column);
        return tableexport::csv({ &model, model.columns(), all, isMasked });
    };
    for (const auto &[kind, key] :
         std::initializer_list<std::pair<RecordKind, const char *>> { { RecordKind::Closed, "reason" },
                                                                      { RecordKind::Event, "text" },
                                                                      { RecordKind::Audit, "target" },
                                                                      { RecordKind::Audit, "reason" },
                                                                      { RecordKind::Audit, "result" },
                                                                      { RecordKind::Shell, "target" } }) {
        QVERIFY2(exported(kind, key, true).contains("Closed 203.0.113.x."), key);
        QVERIFY2(exported(kind, key, false).contains("Closed 203.0.113.87:4000."), key);
    }
    QVERIFY(exported(RecordKind::Event, "text", true).contains(",2026-09-21T14:13:20.000Z,"));
}

void TestRecords::masksAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("masked");
    QTest::newRow("four") << QStringLiteral("203.0.113.87:51234") << QStringLiteral("203.0.113.x");
    QTest::newRow("four, no port") << QStringLiteral("203.0.113.87") << QStringLiteral("203.0.113.x");
    QTest::newRow("six") << QStringLiteral("[2001:db8:91:0:1::e3]:1") << QStringLiteral("2001:db8:91:x");
    QTest::newRow("six, no port") << QStringLiteral("2001:db8::1") << QStringLiteral("2001:db8:x");
    QTest::newRow("a name") << QStringLiteral("unix socket") << QStringLiteral("unix socket");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("network of four") << QStringLiteral("203.0.113.87/32") << QStringLiteral("203.0.113.x");
    QTest::newRow("network of six") << QStringLiteral("2001:db8:91::/48") << QStringLiteral("2001:db8:91::/48");
    QTest::newRow("six with a zone") << QStringLiteral("fe80::1%eth0") << QStringLiteral("fe80:x");
    QTest::newRow("four within six") << QStringLiteral("[::ffff:203.0.113.87]:1") << QStringLiteral(":x");
    QTest::newRow("all eight groups") << QStringLiteral("2001:db8:91:1:2:3:4:5") << QStringLiteral("2001:db8:91:x");
    QTest::newRow("in a sentence") << QStringLiteral("Kicked 203.0.113.87:51234, and (2001:db8:91::7) as well.")
                                   << QStringLiteral("Kicked 203.0.113.x, and (2001:db8:91:x) as well.");
    QTest::newRow("at the end") << QStringLiteral("It came from 203.0.113.87.")
                                << QStringLiteral("It came from 203.0.113.x.");
    QTest::newRow("a hold") << QStringLiteral("203.0.113.87 /out/demo") << QStringLiteral("203.0.113.x /out/demo");
    for (const char *none : { "since 12:03:07", "std::vector", "aa:bb:cc:dd:ee:ff", "v10.2.3", "1.2.3.4.5", "12:03" })
        QTest::newRow(none) << QString::fromLatin1(none) << QString::fromLatin1(none);
}

void TestRecords::masksAddresses()
{
    QFETCH(const QString, address);
    QFETCH(const QString, masked);
    QCOMPARE(maskedAddresses(address), masked);
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"

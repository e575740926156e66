// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/adminclient.h"
#include "gui/tap/bodyview.h"
#include "gui/tap/jsonmodel.h"
#include "gui/tap/jsonview.h"
#include "gui/tap/messagemodel.h"
#include "gui/tap/tapsdock.h"
#include "gui/tap/tapview.h"
#include "gui/tap/tsmodel.h"
#include "gui/tap/tspage.h"
#include "gui/views/segments.h"
#include "tests/gui/tap/faketaps.h"
#include "tests/gui/tap/tspackets.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QMainWindow>
#include <QTableView>
#include <QtTest>

#include <memory>

using namespace relay;
using namespace relay::gui;
using namespace relay::gui::tap;
using namespace relay::tests;

namespace {

const Target kData { .topic = QStringLiteral("/out/spin-data"), .kind = QStringLiteral("data") };
const Target kVideo { .topic = QStringLiteral("/out/spin-video"), .kind = QStringLiteral("video") };

} // namespace

class TestTapsDock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aTapOfATopicShowsItsJson();
    void whatIsOpenedInJsonStaysOpen();
    void theChosenMessageStays();
    void hexAndTextAreOneClickAway();
    void videoIsSummedUp();
    void stopEndsItAndKeepsWhatCame();
    void endsByItselfAreSaid_data();
    void endsByItselfAreSaid();
    void aRefusalIsShown();
    void lostMessagesAreCounted();
    void theSameTopicIsTappedOnce();
    void closingTheDockEndsAll();
    void lostContactEndsIt();

private:
    TapView &open(const Target &target);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<FakeTaps> m_taps;
    std::unique_ptr<client::AdminClient> m_client;
    std::unique_ptr<QMainWindow> m_window;
    TapsDock *m_dock = nullptr;
};

void TestTapsDock::init()
{
    m_theme = std::make_unique<Theme>();
    m_server = std::make_unique<FakeAdminServer>();
    m_taps = std::make_unique<FakeTaps>(*m_server);
    m_server->setAnswerer([this](const admin::Request &request) { return m_taps->answer(request); });
    QVERIFY(m_server->listen());
    m_client = std::make_unique<client::AdminClient>();
    m_client->connectToServer(m_server->path(), true);
    QTRY_COMPARE(m_client->state(), client::AdminClient::State::Open);
    m_window = std::make_unique<QMainWindow>();
    m_window->setCentralWidget(new QWidget);
    m_dock = new TapsDock(*m_client, *m_theme, m_window.get());
    m_window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    m_dock->hide();
    m_window->resize(1400, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestTapsDock::cleanup()
{
    m_window.reset();
    m_client.reset();
    m_taps.reset();
    m_server.reset();
    m_theme.reset();
}

TapView &TestTapsDock::open(const Target &target)
{
    m_dock->openTap(target);
    TapView &view = *m_dock->views().last();
    for (QAbstractItemModel *model : std::initializer_list<QAbstractItemModel *> {
             &view.messages(), &view.transportStream().streams(), view.body().json().model() })
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, &view);
    [&] { QTRY_VERIFY(!m_taps->open().isEmpty() && view.progress().contains(QLatin1String("left"))); }();
    return view;
}

void TestTapsDock::aTapOfATopicShowsItsJson()
{
    QVERIFY(m_dock->isHidden());
    TapView &view = open(kData);
    QVERIFY(m_dock->isVisible());
    QCOMPARE(m_dock->openCount(), 1);
    const QJsonObject asked = m_taps->open().first();
    QCOMPARE(asked.value(QLatin1String("topic")).toString(), kData.topic);
    QCOMPARE(asked.value(QLatin1String("direction")).toString(), QStringLiteral("in"));
    QVERIFY(!view.notice().isEmpty()); // that nothing came yet
    m_taps->send({ .bytes = R"({"angle": {"value": 1.5}, "mode": "pid"})" });
    QTRY_COMPARE(view.messages().rowCount(), 1);
    QVERIFY(view.notice().isEmpty());
    QVERIFY2(view.body().sentence().startsWith(QLatin1String("JSON object, 2 member")),
             qPrintable(view.body().sentence()));
    QVERIFY2(view.body().sentence().endsWith(QLatin1String(", 40 bytes")), qPrintable(view.body().sentence()));
    const JsonModel &json = view.body().json().json();
    QCOMPARE(json.index(0, 0).data().toString(), QStringLiteral("angle: {…} 1"));
    QCOMPARE(json.index(1, 0).data().toString(), QStringLiteral("mode: \"pid\""));
    QVERIFY(!view.body().json().isExpanded(json.index(0, 0))); // folded
    QVERIFY2(view.progress().startsWith(QLatin1String("1 of 500, ")), qPrintable(view.progress()));
    m_taps->send({ .bytes = "plain words" });
    QTRY_COMPARE(view.messages().rowCount(), 2);
    QVERIFY2(view.body().sentence().startsWith(QLatin1String("Not JSON")), qPrintable(view.body().sentence()));
    QCOMPARE(view.body().bodyText(), QStringLiteral("plain words"));
    m_taps->send({ .bytes = "{\"a\": \"" + QByteArray(5000, 'x') + "\"}" });
    QTRY_COMPARE(view.messages().rowCount(), 3);
    QCOMPARE(view.body().sentence(),
             QStringLiteral("Too long to be read as JSON: 5,009 bytes: the first 4,096 are shown."));
}

void TestTapsDock::whatIsOpenedInJsonStaysOpen()
{
    TapView &view = open(kData);
    m_taps->send({ .bytes = R"({"angle": {"value": 1}})" });
    QTRY_COMPARE(view.messages().rowCount(), 1);
    JsonView &tree = view.body().json();
    tree.setFocus();
    tree.setCurrentIndex(tree.model()->index(0, 0));
    QTest::keyClick(&tree, Qt::Key_Right);
    QVERIFY(tree.isExpanded(tree.model()->index(0, 0)));
    m_taps->send({ .bytes = R"({"aim": 3, "angle": {"value": 2}})" });
    QTRY_COMPARE(view.messages().rowCount(), 2);
    QTRY_COMPARE(tree.model()->rowCount(), 2);
    QVERIFY(tree.isExpanded(tree.model()->index(1, 0)));
    QCOMPARE(tree.currentIndex().data(JsonModel::PathRole).toString(), QStringLiteral("angle"));
    QTest::keyClick(&tree, Qt::Key_Left);
    m_taps->send({ .bytes = R"({"angle": {"value": 3}})" });
    QTRY_COMPARE(tree.model()->rowCount(), 1);
    QVERIFY(!tree.isExpanded(tree.model()->index(0, 0)));
}

void TestTapsDock::theChosenMessageStays()
{
    TapView &view = open(kData);
    for (const char *text : { "[1]", "[2]", "[3]" })
        m_taps->send({ .bytes = text });
    QTRY_COMPARE(view.messages().rowCount(), 3);
    QCOMPARE(view.list().currentIndex().row(), 0); // the newest
    const QRect second = view.list().visualRect(view.messages().index(1, MessageModel::TimeColumn));
    QTest::mouseClick(view.list().viewport(), Qt::LeftButton, {}, second.center());
    const auto shown = [&view] { return view.body().json().model()->index(0, 0).data().toString(); };
    QCOMPARE(shown(), QStringLiteral("2"));
    m_taps->send({ .bytes = "[4]" });
    QTRY_COMPARE(view.messages().rowCount(), 4);
    QCOMPARE(shown(), QStringLiteral("2"));
    QCOMPARE(view.list().currentIndex().row(), 2);
    QTest::keyClick(&view.list(), Qt::Key_Home, Qt::ControlModifier); // to the newest: it is followed again
    QCOMPARE(shown(), QStringLiteral("4"));
    m_taps->send({ .bytes = "[5]" });
    QTRY_COMPARE(shown(), QStringLiteral("5"));
}

void TestTapsDock::hexAndTextAreOneClickAway()
{
    TapView &view = open(kData);
    m_taps->send({ .bytes = "hello", .isText = false });
    QTRY_COMPARE(view.messages().rowCount(), 1);
    QTest::mouseClick(view.pages().button(TapView::Hex), Qt::LeftButton);
    QVERIFY2(view.body().bodyText().contains(QLatin1String("68 65 6c 6c 6f")), qPrintable(view.body().bodyText()));
    QCOMPARE(view.body().sentence(), QStringLiteral("Binary, 5 bytes"));
    QTest::keyClick(view.pages().button(TapView::Hex), Qt::Key_Right);
    QCOMPARE(view.page(), TapView::Text);
    QCOMPARE(view.body().bodyText(), QStringLiteral("hello"));
    QTest::mouseClick(view.pages().button(TapView::Summary), Qt::LeftButton);
    QCOMPARE(view.page(), TapView::Summary);
    QCOMPARE(m_server->callsOf(QStringLiteral("tap.open")), 1); // the same tap all the time
}

void TestTapsDock::videoIsSummedUp()
{
    TapView &view = open(kVideo);
    QTRY_COMPARE(m_taps->open().size(), 2); // heads of all packets, and a short look at whole ones
    int counter = 0;
    for (int frame = 0; frame < 80; ++frame) {
        QByteArray message = frame % 25 == 0
            ? patPacket(0x1000, frame / 25) + pmtPacket(0x1000, 0x100, 0x101, frame / 25)
            : QByteArray();
        message += tsPacket({ .pid = 0x100, .counter = counter++, .isStart = true, .isKey = frame % 25 == 0 });
        counter += frame == 30 ? 1 : 0; // a packet is missing
        message += tsPacket({ .pid = 0x100, .counter = counter++ });
        m_taps->send({ .bytes = message, .isText = false, .at = 1'800'000'000'000 + frame * 40 });
    }
    QTRY_COMPARE(view.messages().rowCount(), 80);
    TsPage &page = view.transportStream();
    QTRY_VERIFY2(page.isVisible(), qPrintable(view.notice()));
    QCOMPARE(page.headline(), QStringLiteral("MPEG-TS, 25.0 frames/s, key frame every 1.00 s"));
    QVERIFY2(page.trouble().startsWith(QLatin1String("1 continuity error")), qPrintable(page.trouble()));
    TsModel &streams = page.streams();
    QTRY_COMPARE(streams.rowCount(), 4);
    QTRY_COMPARE(streams.index(1, TsModel::NameColumn).data().toString(), QStringLiteral("MPEG-1 video"));
    QCOMPARE(streams.index(1, TsModel::ErrorsColumn).data().toString(), QStringLiteral("1"));
    QCOMPARE(view.messages().index(4, MessageModel::MarkColumn).data().toString(), QStringLiteral("key")); // of 75
    QTest::mouseClick(view.pages().button(TapView::Hex), Qt::LeftButton); // needs the bytes themselves
    QTRY_COMPARE(m_taps->open().last().value(QLatin1String("form")).toString(), QStringLiteral("bytes"));
    QTRY_VERIFY(m_server->callsOf(QStringLiteral("tap.close")) >= 1);
}

void TestTapsDock::stopEndsItAndKeepsWhatCame()
{
    TapView &view = open(kData);
    m_taps->send({ .bytes = "[1]" });
    QTRY_COMPARE(view.messages().rowCount(), 1);
    auto *stop = view.findChild<QAbstractButton *>(QStringLiteral("stop"));
    QVERIFY(stop != nullptr);
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY(m_taps->open().isEmpty());
    QCOMPARE(m_dock->openCount(), 0);
    QCOMPARE(view.progress(), QStringLiteral("stopped"));
    QCOMPARE(view.messages().rowCount(), 1);
    QTest::mouseClick(view.findChild<QAbstractButton *>(QStringLiteral("again")), Qt::LeftButton);
    QTRY_COMPARE(m_taps->open().size(), 1);
    QCOMPARE(view.messages().rowCount(), 0);
    QTest::mouseClick(stop, Qt::LeftButton);
    QTest::mouseClick(stop, Qt::LeftButton); // now it closes
    QVERIFY(m_dock->views().isEmpty());
    QVERIFY(m_dock->isHidden());
}

void TestTapsDock::endsByItselfAreSaid_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("words");
    QTest::newRow("enough messages") << QStringLiteral("messages") << QStringLiteral("ended: 500 messages");
    QTest::newRow("time is over") << QStringLiteral("time") << QStringLiteral("ended: 5 min");
    QTest::newRow("it closed") << QStringLiteral("gone") << QStringLiteral("ended: it closed");
}

void TestTapsDock::endsByItselfAreSaid()
{
    QFETCH(const QString, reason);
    TapView &view = open(kData);
    m_taps->end(reason);
    QTRY_VERIFY(!view.isOpen());
    QTEST(view.progress(), "words");
}

void TestTapsDock::aRefusalIsShown()
{
    m_taps->setRefusal(QStringLiteral("Taps are switched off; start relayd with --taps on."));
    m_dock->openTap(kVideo);
    TapView &view = *m_dock->views().first();
    QTRY_VERIFY(!view.isOpen());
    QCOMPARE(view.notice(), QStringLiteral("Taps are switched off; start relayd with --taps on."));
    QCOMPARE(view.progress(), QStringLiteral("not opened"));
    QCOMPARE(m_dock->openCount(), 0);
}

void TestTapsDock::lostMessagesAreCounted()
{
    TapView &view = open(kData);
    view.showPage(TapView::Summary);
    m_taps->send({ .bytes = "[1]" });
    m_taps->send({ .bytes = "[2]", .lost = 17 });
    QTRY_COMPARE(view.messages().rowCount(), 2);
    QCOMPARE(view.messages().index(0, MessageModel::MarkColumn).data().toString(), QStringLiteral("17 lost"));
}

void TestTapsDock::theSameTopicIsTappedOnce()
{
    open(kData);
    m_dock->openTap(kData);
    QCOMPARE(m_dock->views().size(), 1);
    Target other = kData;
    other.connection = 7;
    other.direction = QStringLiteral("out");
    m_dock->openTap(other);
    QCOMPARE(m_dock->views().size(), 2);
    QTRY_COMPARE(m_taps->open().size(), 2);
}

void TestTapsDock::closingTheDockEndsAll()
{
    open(kData);
    m_dock->openTap(kVideo);
    QTRY_COMPARE(m_taps->open().size(), 3);
    m_dock->close();
    QTRY_VERIFY(m_taps->open().isEmpty());
    QVERIFY(m_dock->views().isEmpty());
}

void TestTapsDock::lostContactEndsIt()
{
    TapView &view = open(kData);
    m_server->stop();
    QTRY_VERIFY(!view.isOpen());
    QCOMPARE(view.progress(), QStringLiteral("ended: no contact"));
}

QTEST_MAIN(TestTapsDock)
#include "tst_tapsdock.moc"

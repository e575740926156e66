// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/dangerbutton.h"
#include "tests/e2e/dashboard/dashboardfixture.h"
#include "tests/e2e/dashboard/peer.h"
#include "tests/e2e/dashboard/screenshot.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <memory>
#include <vector>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 8000 * slowness())
#define TRY_COMPARE(value, expected) QTRY_COMPARE_WITH_TIMEOUT(value, expected, 8000 * slowness())

namespace {

constexpr int kReaders = 6;
constexpr int kMessages = 300;
constexpr int kOpenAll = kReaders + 1;

} // namespace

//! The window with a real relayd at its socket and real peers on a topic; somebody publishes all the time.
class TestDashboardKick : public QObject, private DashboardFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void deleteEndsExactlyTheSelectedConnection();
    void theDialogGivesTheReason();
    void outlivesTheRelay_data();
    void outlivesTheRelay();

private:
    void connectPeers();
    void publish();
    void click(const Peer &peer, Qt::KeyboardModifiers modifiers = {});
    void checkTheOthers(const QVector<int> &kicked);
    [[nodiscard]] quint64 idOf(const Peer &peer) const;
    [[nodiscard]] QVector<quint64> shownIds() const;
    [[nodiscard]] int greenPixels() const;
    [[nodiscard]] QAction &kick() const { return m_window->actions().kick; }
    [[nodiscard]] Peer &reader(int number) const { return *m_readers.at(size_t(number)); }

    QTimer m_publishing;
    std::unique_ptr<Peer> m_publisher;
    std::vector<std::unique_ptr<Peer>> m_readers;
    QStringList m_sent;
};

void TestDashboardKick::initTestCase()
{
    dress();
    m_publishing.setInterval(4ms);
    connect(&m_publishing, &QTimer::timeout, this, &TestDashboardKick::publish);
}

void TestDashboardKick::init()
{
    startRelayd();
    openWindow();
    connectPeers();
}

void TestDashboardKick::connectPeers()
{
    m_publisher = std::make_unique<Peer>(m_relayd->port(), QStringLiteral("/in/demo"));
    for (int i = 0; i < kReaders; ++i)
        m_readers.push_back(std::make_unique<Peer>(m_relayd->port(), QStringLiteral("/out/demo")));
    QVERIFY(m_publisher->waitForOpen());
    for (const auto &one : m_readers)
        QVERIFY(one->waitForOpen());
    TRY_COMPARE(m_mirror->connections().size(), kOpenAll);
    TRY_COMPARE(int(shownIds().size()), kOpenAll);
    QVERIFY(table().isVisible()); // and no more the page that is there before the first connection
}

void TestDashboardKick::cleanup()
{
    m_publishing.stop();
    if (m_window)
        keepScreenshot(*m_window, QStringLiteral("end"));
    m_sent.clear();
    m_readers.clear();
    m_publisher.reset();
    tearDown();
}

void TestDashboardKick::publish()
{
    if (m_sent.size() == kMessages) {
        m_publishing.stop();
        return;
    }
    m_sent << QStringLiteral("message %1").arg(m_sent.size());
    m_publisher->send(m_sent.last());
}

quint64 TestDashboardKick::idOf(const Peer &peer) const
{
    for (const client::Connection &connection : m_mirror->connections())
        if (connection.address == peer.address())
            return connection.id;
    return 0;
}

QVector<quint64> TestDashboardKick::shownIds() const
{
    QVector<quint64> ids;
    for (int row = 0; row < table().model()->rowCount(); ++row)
        ids << table().model()->index(row, 0).data(IdRole).toULongLong();
    return ids;
}

//! Of the healthy in the table: none when it is grey.
int TestDashboardKick::greenPixels() const
{
    QCoreApplication::processEvents();
    const QImage picture = table().viewport()->grab().toImage();
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            count += picture.pixelColor(x, y) == m_theme->tokens().healthy ? 1 : 0;
    return count;
}

//! On its row, as somebody with a mouse does.
void TestDashboardKick::click(const Peer &peer, Qt::KeyboardModifiers modifiers)
{
    const auto row = shownIds().indexOf(idOf(peer));
    QVERIFY(row >= 0);
    const QRect cell = table().visualRect(table().model()->index(int(row), int(ConnectionColumn::Topic)));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, modifiers, cell.center());
}

//! Who was not kicked is there and has every message; who was has a beginning of them, and nothing else.
void TestDashboardKick::checkTheOthers(const QVector<int> &kicked)
{
    TRY_COMPARE(int(m_sent.size()), kMessages);
    QVERIFY(m_publisher->isOpen());
    for (int i = 0; i < kReaders; ++i) {
        if (kicked.contains(i)) {
            QVERIFY(reader(i).received().size() < kMessages);
            QCOMPARE(reader(i).received(), m_sent.mid(0, reader(i).received().size()));
            continue;
        }
        TRY_COMPARE(reader(i).received().size(), kMessages);
        QCOMPARE(reader(i).received(), m_sent);
        QVERIFY(reader(i).isOpen());
    }
    TRY_COMPARE(int(shownIds().size()), kOpenAll - int(kicked.size()));
    QCOMPARE(m_mirror->connections().size(), kOpenAll - kicked.size());
}

void TestDashboardKick::deleteEndsExactlyTheSelectedConnection()
{
    const quint64 victim = idOf(reader(2));
    m_publishing.start();
    TRY_VERIFY(reader(2).received().size() > 20);
    click(reader(2));
    QCOMPARE(table().selectedIds(), QVector<quint64>({ victim }));
    QTest::keyClick(&table(), Qt::Key_Delete);
    TRY_VERIFY(reader(2).isClosed());
    QCOMPARE(reader(2).closeCode(), 4000);
    QCOMPARE(reader(2).closeReason(), QStringLiteral("closed by the operator"));
    checkTheOthers({ 2 });
    QVERIFY(!shownIds().contains(victim));
}

void TestDashboardKick::theDialogGivesTheReason()
{
    m_publishing.start();
    TRY_VERIFY(reader(1).received().size() > 20);
    click(reader(1));
    click(reader(4), Qt::ControlModifier);
    QCOMPARE(table().selectedIds().size(), 2);
    QTest::keyClick(&table(), Qt::Key_Delete);
    auto *dialog = m_window->findChild<QDialog *>();
    QVERIFY(dialog != nullptr);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("reason")), QStringLiteral("maintenance at noon"));
    QVERIFY(reader(1).isOpen() && reader(4).isOpen()); // nothing happens before it is confirmed
    QTest::mouseClick(dialog->findChild<dialogs::DangerButton *>(), Qt::LeftButton);
    for (const int kicked : { 1, 4 }) {
        TRY_VERIFY(reader(kicked).isClosed());
        QCOMPARE(reader(kicked).closeCode(), 4000);
        QCOMPARE(reader(kicked).closeReason(), QStringLiteral("maintenance at noon"));
    }
    checkTheOthers({ 1, 4 });
}

void TestDashboardKick::outlivesTheRelay_data()
{
    QTest::addColumn<bool>("isCrash");
    QTest::newRow("which ends in order, and has told that it closed all") << false;
    QTest::newRow("which is killed") << true;
}

void TestDashboardKick::outlivesTheRelay()
{
    QFETCH(const bool, isCrash);
    click(reader(0));
    QVERIFY(kick().isEnabled());
    QVERIFY(greenPixels() > 100);
    if (isCrash)
        m_relayd->sendSignal(SIGKILL);
    QCOMPARE(m_relayd->stop(10s * slowness()), isCrash ? -1 : 0);
    TRY_COMPARE(m_window->link().state, LinkView::State::Stale);
    QVERIFY(!m_window->link().asOf.isEmpty());
    QVERIFY(m_window->bannerHeadline().contains(m_window->link().asOf));
    QVERIFY(!kick().isEnabled());
    QVERIFY2(kick().toolTip().contains(QStringLiteral("does not answer")), qPrintable(kick().toolTip()));
    QCOMPARE(int(shownIds().size()), isCrash ? kOpenAll : 0); // what was last known
    QCOMPARE(greenPixels(), 0);

    m_readers.clear();
    QVERIFY2(m_relayd->start(10s * slowness()), qPrintable(m_relayd->log()));
    TRY_VERIFY(m_window->link().isLive());
    QVERIFY(m_window->bannerHeadline().isEmpty());
    connectPeers();
    QVERIFY(greenPixels() > 100);
    click(reader(3));
    QVERIFY(kick().isEnabled());
    QTest::keyClick(&table(), Qt::Key_Delete);
    TRY_VERIFY(reader(3).isClosed());
    QCOMPARE(reader(3).closeCode(), 4000);
}

QTEST_MAIN(TestDashboardKick)
#include "tst_dashboard_kick.moc"

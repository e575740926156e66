// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/token/jwt.h"
#include "gui/dialogs/dangerbutton.h"
#include "gui/tap/bodyview.h"
#include "gui/tap/jsonmodel.h"
#include "gui/tap/jsonview.h"
#include "gui/tap/messagemodel.h"
#include "gui/tap/tapsdock.h"
#include "gui/tap/tapview.h"
#include "gui/views/statusstrip.h"
#include "gui/views/topictable.h"
#include "tests/e2e/dashboard/dashboardfixture.h"
#include "tests/e2e/dashboard/peer.h"
#include "tests/e2e/dashboard/screenshot.h"

#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTableView>
#include <QTest>
#include <QUrl>

#include <chrono>
#include <memory>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 10'000 * slowness())
#define TRY_VERIFY2(condition, text) QTRY_VERIFY2_WITH_TIMEOUT(condition, text, 10'000 * slowness())
#define TRY_COMPARE(value, expected) QTRY_COMPARE_WITH_TIMEOUT(value, expected, 10'000 * slowness())

namespace {

const QByteArray kSecret("the secret of these tests, which is long enough");
const QString kAudience = QStringLiteral("https://relay.example.org/access");

} // namespace

//! What operators do most, by mouse and keyboard, over a real relayd with real peers.
class TestDashboardActs : public QObject, private DashboardFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aBookingIsDeniedAndTheDenialUndone();
    void aTopicOfJsonIsTapped();

private:
    void open(const QStringList &arguments = {});
    void click(const QString &address);
    [[nodiscard]] QDialog *dialog() const;
    [[nodiscard]] bool tells(const QString &text) const;
    [[nodiscard]] QString sessionPath(const QString &booking);
    [[nodiscard]] int rowOf(const QString &address) const;
};

void TestDashboardActs::initTestCase()
{
    dress();
}

void TestDashboardActs::open(const QStringList &arguments)
{
    startRelayd(arguments);
    openWindow();
}

void TestDashboardActs::cleanup()
{
    tearDown();
    qunsetenv("RELAY_SECRET");
    qunsetenv("RELAY_AUDIENCE");
}

int TestDashboardActs::rowOf(const QString &address) const
{
    for (int row = 0; row < table().model()->rowCount(); ++row) {
        const quint64 id = table().model()->index(row, 0).data(IdRole).toULongLong();
        if (m_mirror->connections().value(id).address == address)
            return row;
    }
    return -1;
}

//! On its row, as somebody with a mouse does.
void TestDashboardActs::click(const QString &address)
{
    TRY_VERIFY(rowOf(address) >= 0);
    const QRect cell = table().visualRect(table().model()->index(rowOf(address), int(ConnectionColumn::Topic)));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, cell.center());
}

QDialog *TestDashboardActs::dialog() const
{
    const auto all = m_window->findChildren<QDialog *>();
    for (QDialog *each : all)
        if (each->isVisible())
            return each;
    return nullptr;
}

bool TestDashboardActs::tells(const QString &text) const
{
    const auto labels = m_window->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        QString shown = label->text();
        shown.remove(QChar(0x2066)).remove(QChar(0x2069));
        return label->isVisible() && shown.contains(text);
    });
}

//! Where a token of this booking opens a session; empty: it does not.
QString TestDashboardActs::sessionPath(const QString &booking)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    token::Claims claims;
    claims.bookingId = booking;
    claims.topic = QStringLiteral("lab");
    claims.prefix = QStringLiteral("session");
    claims.scopes = QStringList { QStringLiteral("read"), QStringLiteral("write") };
    claims.audience = QStringList { kAudience };
    claims.expiresAt = now + 600;
    claims.notBefore = now - 1;
    claims.issuedAt = now - 1;
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1/session/lab").arg(m_relayd->port())));
    request.setRawHeader("Authorization", token::mint(claims, kSecret));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(network.post(request, QByteArray()));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 5000 * slowness()))
        return {};
    const QUrl uri(QJsonDocument::fromJson(reply->readAll()).object().value(QLatin1String("uri")).toString());
    return uri.isEmpty() ? QString() : uri.path() + QLatin1Char('?') + uri.query(QUrl::FullyEncoded);
}

void TestDashboardActs::aBookingIsDeniedAndTheDenialUndone()
{
    qputenv("RELAY_SECRET", kSecret);
    qputenv("RELAY_AUDIENCE", kAudience.toLatin1());
    open();
    const QString path = sessionPath(QStringLiteral("guest1"));
    QVERIFY(!path.isEmpty());
    Peer guest(m_relayd->port(), path);
    Peer other(m_relayd->port(), sessionPath(QStringLiteral("guest2")));
    QVERIFY(guest.waitForOpen() && other.waitForOpen());
    click(guest.address());
    QTest::keyClick(&table(), Qt::Key_Delete, Qt::ShiftModifier);
    QTest::keyRelease(&table(), Qt::Key_Shift); // or Qt takes it for held down from now on
    TRY_VERIFY(dialog() != nullptr);
    QTest::keyClicks(dialog()->findChild<QLineEdit *>(QStringLiteral("reason")), QStringLiteral("no show"));
    QVERIFY(guest.isOpen()); // nothing happens before it is confirmed
    QTest::mouseClick(dialog()->findChild<dialogs::DangerButton *>(), Qt::LeftButton);
    TRY_VERIFY(guest.isClosed());
    TRY_VERIFY(tells(QStringLiteral("Denied: booking guest1.")));
    QVERIFY(sessionPath(QStringLiteral("guest1")).isEmpty()); // and it cannot come back
    QVERIFY(other.isOpen());

    QVERIFY(m_window->actions().undoDeny.isEnabled());
    m_window->activateWindow();
    m_window->activateWindow(); // where no window manager does so
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    TRY_VERIFY(tells(QStringLiteral("Allowed again: booking guest1.")));
    const QString again = sessionPath(QStringLiteral("guest1"));
    QVERIFY(!again.isEmpty());
    Peer returned(m_relayd->port(), again);
    QVERIFY(returned.waitForOpen());
    TRY_VERIFY(rowOf(returned.address()) >= 0);
}

void TestDashboardActs::aTopicOfJsonIsTapped()
{
    open({ QStringLiteral("--taps"), QStringLiteral("on") });
    Peer publisher(m_relayd->port(), QStringLiteral("/in/pend01-st-data"));
    Peer reader(m_relayd->port(), QStringLiteral("/out/pend01-st-data"));
    QVERIFY(publisher.waitForOpen() && reader.waitForOpen());
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    TopicTable &topics = m_window->workspace().topicTable();
    TRY_VERIFY(topics.isVisible() && topics.model()->rowCount() == 1);
    QTest::mouseClick(topics.viewport(), Qt::LeftButton, {}, topics.visualRect(topics.model()->index(0, 1)).center());
    TRY_VERIFY(m_window->actions().tap.isEnabled());
    QTest::keyClick(&topics, Qt::Key_T);
    auto *dock = m_window->findChild<tap::TapsDock *>();
    TRY_VERIFY(dock != nullptr && dock->isVisible());
    QCOMPARE(dock->views().size(), 1);
    TRY_COMPARE(dock->height(), tap::TapsDock::kHeight); // not what is left beside the chart, which gives way
    tap::TapView &view = *dock->views().first();
    TRY_VERIFY2(view.progress().contains(QLatin1String("left")), qPrintable(view.notice()));

    publisher.send(QStringLiteral("{\"angle\": {\"unit\": \"deg\", \"value\": 128.42}, \"mode\": \"pid\"}"));
    TRY_COMPARE(view.messages().rowCount(), 1);
    QVERIFY2(view.body().sentence().startsWith(QLatin1String("JSON object, 2 member")),
             qPrintable(view.body().sentence()));
    tap::JsonView &tree = view.body().json();
    const QAbstractItemModel &json = *tree.model();
    QCOMPARE(json.index(0, 0).data().toString(), QStringLiteral("angle: {…} 2"));
    QCOMPARE(json.index(1, 0).data().toString(), QStringLiteral("mode: \"pid\""));
    tree.setFocus();
    tree.setCurrentIndex(json.index(0, 0));
    QTest::keyClick(&tree, Qt::Key_Right); // unfolds
    QCOMPARE(json.index(1, 0, json.index(0, 0)).data().toString(), QStringLiteral("value: 128.42"));
    QVERIFY(tree.isExpanded(json.index(0, 0)));
    TRY_VERIFY(m_window->findChild<StatusStrip *>()->taps().contains(QLatin1String("by you")));
    TRY_COMPARE(reader.received().size(), 1); // nobody else notices
    keepScreenshot(*m_window, QStringLiteral("tapped"));

    QTest::mouseClick(view.findChild<QWidget *>(QStringLiteral("stop")), Qt::LeftButton);
    QCOMPARE(dock->openCount(), 0);
    publisher.send(QStringLiteral("[1]"));
    TRY_COMPARE(reader.received().size(), 2);
    QCOMPARE(view.messages().rowCount(), 1);
    TRY_COMPARE(m_window->findChild<StatusStrip *>()->taps(), QString());
}

QTEST_MAIN(TestDashboardActs)
#include "tst_dashboard_acts.moc"

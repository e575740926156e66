// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/denydesk.h"
#include "server/admin/diskthread.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

using namespace relay::admin;
using relay::access::Access;

namespace {

DenyOrder orderOf(const char *id)
{
    return { .target = { relay::access::What::Booking, QString::fromLatin1(id) },
             .until = QDateTime::currentMSecsSinceEpoch() + 60'000,
             .at = 1,
             .by = {},
             .reason = {} };
}

} // namespace

//! With a disk and a thread of its own; what is said about bookings is bookingstest's.
class DenyDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void worksElsewhereAndAnswersAtHome();
    void whatWasBegunIsFinishedAtTheEnd();
    void ordersKeepTheirOrder();
};

void DenyDeskTest::worksElsewhereAndAnswersAtHome()
{
    const QTemporaryDir directory;
    Access access({});
    QCOMPARE(access.open(directory.path()), QString());
    QThread *cutIn = nullptr;
    access.setCut([&](const auto &, const auto &) { cutIn = QThread::currentThread(); });
    const relay::access::Grant grant { .topic = "lab",
                                       .kind = "session",
                                       .bookingId = QStringLiteral("b1"),
                                       .scopes = { QStringLiteral("read") },
                                       .expiresAt = QDateTime::currentSecsSinceEpoch() + 60 };
    QVERIFY(!access.enter({ 1, QHostAddress() }, &grant));
    DiskThread disk;
    DenyDesk desk(access, [&disk](std::function<void()> work) { disk.run(std::move(work)); });
    QThread *answeredIn = nullptr;
    Access::Denial denial;
    desk.deny(orderOf("b1"), [&](const Access::Denial &result, const QString &) {
        answeredIn = QThread::currentThread();
        denial = result;
    });
    QVERIFY(!answeredIn);
    QTRY_COMPARE(answeredIn, QThread::currentThread());
    QVERIFY(cutIn && cutIn != answeredIn);
    QCOMPARE(denial.kept, Access::Kept::Durably);
    QCOMPARE(denial.cut, std::vector<relay::stats::ConnectionId> { 1 });
}

void DenyDeskTest::whatWasBegunIsFinishedAtTheEnd()
{
    const QTemporaryDir directory;
    bool isAnswered = false;
    {
        Access access({});
        QCOMPARE(access.open(directory.path()), QString());
        DiskThread disk;
        QSemaphore gate; // holds the disk up until the desk has gone
        disk.run([&gate] { gate.acquire(); });
        {
            DenyDesk desk(access, [&disk](std::function<void()> work) { disk.run(std::move(work)); });
            desk.deny(orderOf("b1"), [&](const Access::Denial &, const QString &) { isAnswered = true; });
        }
        gate.release();
    }
    QCoreApplication::processEvents();
    QVERIFY(!isAnswered);
    Access again({});
    QCOMPARE(again.open(directory.path()), QString());
    QVERIFY(again.isDenied(QStringLiteral("b1")));
}

void DenyDeskTest::ordersKeepTheirOrder()
{
    Access access({});
    DiskThread disk;
    DenyDesk desk(access, [&disk](std::function<void()> work) { disk.run(std::move(work)); });
    QStringList told;
    for (int i = 0; i < 50; ++i) {
        desk.deny(orderOf("b1"), [&](const Access::Denial &, const QString &) { told << QStringLiteral("denied"); });
        desk.lift({ relay::access::What::Booking, QStringLiteral("b1") }, [&](std::optional<Access::Kept> kept) {
            told << (kept ? QStringLiteral("allowed") : QStringLiteral("was not denied"));
        });
    }
    QTRY_COMPARE(told.size(), 100);
    QCOMPARE(told.count(QStringLiteral("allowed")), 50);
    QVERIFY(!access.isDenied(QStringLiteral("b1")));
}

QTEST_GUILESS_MAIN(DenyDeskTest)
#include "denydesktest.moc"

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
    void whatWasUndoneOrLiftedSaysNothingAboutOthers();
    void notesHaveTheirBound();
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

//! A desk whose disk is at once.
struct QuickDesk
{
    QString deny(const char *id, const QString &by)
    {
        DenyOrder order = orderOf(id);
        order.by = by;
        order.at = ++now;
        QString word;
        desk.deny(order, [&](const Access::Denial &, const QString &undo) { word = undo; });
        QCoreApplication::processEvents();
        return word;
    }
    void undo(const QString &word)
    {
        desk.undo(word, 0, [](auto) {});
        QCoreApplication::processEvents();
    }
    //! As a booking system does, by a token.
    void denyByToken(const char *id) { (void)access.deny(QString::fromLatin1(id), orderOf(id).until / 1000); }
    QString authorOf(const char *id)
    {
        for (const DeniedBooking &denied : desk.denied()) {
            if (denied.id == QLatin1String(id))
                return denied.by.isEmpty() ? QStringLiteral("somebody") : denied.by;
        }
        return QStringLiteral("not denied");
    }

    std::int64_t now = 0;
    Access access { {} };
    DenyDesk desk { access, [](const std::function<void()> &work) { work(); } };
};

void DenyDeskTest::whatWasUndoneOrLiftedSaysNothingAboutOthers()
{
    QuickDesk quick;
    quick.undo(quick.deny("b1", QStringLiteral("ann")));
    quick.denyByToken("b1");
    QCOMPARE(quick.authorOf("b1"), QStringLiteral("somebody"));
    quick.undo(quick.deny("b1", QStringLiteral("bob"))); // who prolonged it
    QCOMPARE(quick.authorOf("b1"), QStringLiteral("somebody"));
    (void)quick.deny("b2", QStringLiteral("ann"));
    quick.undo(quick.deny("b2", QStringLiteral("bob")));
    QCOMPARE(quick.authorOf("b2"), QStringLiteral("ann"));
    quick.desk.lift({ relay::access::What::Booking, QStringLiteral("b2") }, [](auto) {});
    QCoreApplication::processEvents();
    quick.denyByToken("b2");
    QCOMPARE(quick.authorOf("b2"), QStringLiteral("somebody"));
}

void DenyDeskTest::notesHaveTheirBound()
{
    QuickDesk quick;
    for (std::size_t i = 0; i < DenyDesk::kMaxNotes + 10; ++i) {
        const QByteArray id = "b" + QByteArray::number(int(i));
        (void)quick.deny(id.constData(), QStringLiteral("ann"));
        if (i >= 10)
            (void)quick.access.lift({ relay::access::What::Booking, QString::fromLatin1(id) }); // elsewhere
    }
    QCOMPARE(quick.authorOf("b0"), QStringLiteral("ann")); // there was room for those that are over
    for (std::size_t i = 0; i < DenyDesk::kMaxNotes; ++i)
        (void)quick.deny(QByteArray("c" + QByteArray::number(int(i))).constData(), QStringLiteral("bob"));
    QVERIFY(quick.desk.noteCount() <= DenyDesk::kMaxNotes);
    (void)quick.deny("last", QStringLiteral("bob"));
    QCOMPARE(quick.authorOf("last"), QStringLiteral("bob"));
    QCOMPARE(quick.authorOf("b0"), QStringLiteral("somebody"));
}

QTEST_GUILESS_MAIN(DenyDeskTest)
#include "denydesktest.moc"

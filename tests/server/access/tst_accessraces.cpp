// SPDX-License-Identifier: GPL-3.0-or-later
#include "grants.h"
#include "server/access/access.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

using namespace relay::access;
using namespace relay::tests;
using relay::stats::ConnectionId;

namespace {

/*!
 * Stands for the workers: a connection that entered is installed a little later, by another step, and asks then whether
 * it may stay; an order to cut ends only those that are installed.
 */
class Workers
{
public:
    void install(const Access &access, ConnectionId id)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_live.insert(id);
        }
        if (!access.mayStay(id))
            end({ id });
    }
    void end(const std::vector<ConnectionId> &ids)
    {
        const std::lock_guard lock(m_mutex);
        for (const ConnectionId id : ids)
            m_live.erase(id);
    }
    bool isLive(ConnectionId id)
    {
        const std::lock_guard lock(m_mutex);
        return m_live.contains(id);
    }

private:
    std::mutex m_mutex;
    std::set<ConnectionId> m_live;
};

QString bookingOf(int number)
{
    return QStringLiteral("booking-%1").arg(number);
}

} // namespace

class TestAccessRaces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingOfADeniedBookingIsLeftAndNothingElseIsTouched()
    {
        constexpr int kBookings = 200; // every second one is denied while all of them connect
        constexpr int kVisitors = 3;
        Workers workers;
        const QTemporaryDir state;
        Access access({ .connectionsPerAddress = 0, .connectionsPerBooking = 0, .codesPerBooking = 0 }, {},
                      [] { return kNowSeconds * 1000; });
        QVERIFY(access.open(state.path()).isEmpty());
        access.setCut([&workers](const std::vector<ConnectionId> &ids, const QByteArray &) { workers.end(ids); });
        std::atomic<ConnectionId> lastId = 0;
        std::mutex mutex;
        std::vector<std::pair<ConnectionId, int>> entered;
        std::atomic<bool> isOver = false;

        const auto visit = [&] {
            for (int round = 0; round < 5; ++round) {
                for (int booking = 0; booking < kBookings; ++booking) {
                    const auto code = access.grantCode(grantOf(bookingOf(booking)));
                    if (!std::holds_alternative<QByteArray>(code))
                        continue;
                    const ConnectionId id = ++lastId;
                    const auto grant = access.redeem(std::get<QByteArray>(code), "session", "lab", { id, {} });
                    if (!std::holds_alternative<Grant>(grant))
                        continue;
                    workers.install(access, id);
                    const std::lock_guard lock(mutex);
                    entered.emplace_back(id, booking);
                }
            }
        };
        const auto deny = [&] {
            for (int booking = 0; booking < kBookings; booking += 2)
                access.deny(bookingOf(booking), kNowSeconds + 100);
        };
        const auto look = [&] {
            while (!isOver) {
                access.tidy();
                (void)access.figures();
                (void)access.denied();
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < kVisitors; ++i)
            threads.emplace_back(visit);
        threads.emplace_back(deny);
        std::thread looker(look);
        for (std::thread &thread : threads)
            thread.join();
        isOver = true;
        looker.join();

        std::set<int> others;
        for (const auto &[id, booking] : entered) {
            const bool isDenied = booking % 2 == 0;
            QCOMPARE(workers.isLive(id), !isDenied);
            if (!isDenied)
                others.insert(booking);
        }
        QCOMPARE(others.size(), std::size_t(kBookings / 2));
        QCOMPARE(access.denied().size(), std::size_t(kBookings / 2));
    }

    void nobodyFromADeniedNetworkIsLeftAndNobodyElseIsTouched()
    {
        constexpr int kVisitors = 4;
        constexpr quint32 kBad = 0xc0000200;  // 192.0.2.0/24
        constexpr quint32 kGood = 0xc6336400; // 198.51.100.0/24
        Workers workers;
        Access access({ .connectionsPerAddress = 0 });
        access.setCut([&workers](const std::vector<ConnectionId> &ids, const QByteArray &) { workers.end(ids); });
        std::atomic<ConnectionId> lastId = 0;
        std::mutex mutex;
        std::vector<std::pair<ConnectionId, bool>> entered;
        const auto visit = [&] {
            for (quint32 round = 0; round < 2000; ++round) {
                const bool isBad = round % 2 == 0;
                const ConnectionId id = ++lastId;
                if (access.enter({ id, QHostAddress((isBad ? kBad : kGood) + round % 200), "/a" }))
                    continue;
                workers.install(access, id);
                const std::lock_guard lock(mutex);
                entered.emplace_back(id, isBad);
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < kVisitors; ++i)
            threads.emplace_back(visit);
        const auto denial = access.deny({ What::Network, QStringLiteral("192.0.2.0/24") },
                                        QDateTime::currentSecsSinceEpoch() + 100, Access::Cutting::Now);
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(!denial.isTooMany);
        for (const auto &[id, isBad] : entered)
            QCOMPARE(workers.isLive(id), !isBad);
    }

    void deniesAndAllowsAtOnceLeaveTheDiskAsMemoryIs()
    {
        const QTemporaryDir state;
        std::vector<Booking> inMemory;
        {
            Access access({}, {}, [] { return kNowSeconds * 1000; });
            QVERIFY(access.open(state.path()).isEmpty());
            const auto change = [&](bool denies) {
                for (int i = 0; i < 300; ++i) {
                    const QString booking = bookingOf(i % 7);
                    if (denies)
                        access.deny(booking, kNowSeconds + 100);
                    else
                        access.allow(booking, kNowSeconds + 100);
                }
            };
            std::thread denier(change, true);
            std::thread allower(change, false);
            denier.join();
            allower.join();
            inMemory = access.denied();
        }
        Access access({}, {}, [] { return kNowSeconds * 1000; });
        QVERIFY(access.open(state.path()).isEmpty());
        QCOMPARE(access.denied(), inMemory);
    }
};

QTEST_GUILESS_MAIN(TestAccessRaces)
#include "tst_accessraces.moc"

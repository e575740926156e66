// SPDX-License-Identifier: GPL-3.0-or-later
// What a tick of 10,000 connections costs, every row changed. Prints one line each; judges nothing, since times differ
// from machine to machine.
#include "gui/models/connectionproxy.h"
#include "tests/gui/models/builders.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstdio>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;

namespace {

constexpr int kRows = 10'000;
constexpr int kRounds = 20;

template<typename Work>
void measure(const char *name, Work work)
{
    double best = 1e9;
    double sum = 0;
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work(round);
        const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        best = std::min(best, ms);
        sum += ms;
    }
    std::printf("%-58s best %7.2f ms  mean %7.2f ms\n", name, best, sum / kRounds);
    std::fflush(stdout);
}

} // namespace

class BenchConnectionModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tenThousandConnections();
};

void BenchConnectionModel::tenThousandConnections()
{
    ConnectionModel model([] { return kNow; });
    ConnectionProxy proxy(model);
    auto all = readers(kRows);
    QVector<quint64> ids(all.keyBegin(), all.keyEnd());
    std::sort(ids.begin(), ids.end());
    QElapsedTimer timer;
    timer.start();
    model.syncTo(all);
    std::printf("%-58s      %7.2f ms\n", "10,000 connections arrive", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    quint32 seed = 1;
    const auto shake = [&] {
        for (auto &connection : all)
            connection.outRate = (seed = seed * 1664525U + 1013904223U) / 4096;
    };
    const auto applyAll = [&](int) { model.apply({}, ids, {}, all); };
    shake();
    measure("apply a delta of every row, one dataChanged", applyAll);
    measure("the tick of a second: sample and judge every row", [&](int) { model.tick({}); });
    measure("apply + refresh, sorted by status (nothing moves)", [&](int round) {
        applyAll(round);
        proxy.refreshNow();
    });
    proxy.sort(int(ConnectionColumn::Out), Qt::DescendingOrder);
    measure("apply + refresh, sorted by a column that changed wholly", [&](int round) {
        shake();
        applyAll(round);
        proxy.refreshNow();
    });
    measure("counts and topic health", [&](int) {
        Q_UNUSED(model.counts());
        Q_UNUSED(model.topicHealth());
    });
    QCOMPARE(proxy.rowCount(), kRows);
}

QTEST_GUILESS_MAIN(BenchConnectionModel)
#include "bench_connectionmodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs while 10,000 connections change wholly, four times a second. Prints one line for each view;
// judges nothing but that the window kept up, since times differ from machine to machine.
#include "gui/app/language.h"
#include "gui/app/mainwindow.h"
#include "gui/app/memory.h"
#include "gui/app/workspace.h"
#include "gui/theme/style.h"
#include "gui/views/connectiontable.h"
#include "tests/client/support/fakeadminserver.h"

#include <QApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <utility>

using namespace relay;
using namespace relay::gui;
using namespace std::chrono_literals;

namespace {

constexpr int kConnections = 10'000;
constexpr auto kInterval = 250ms;
constexpr auto kHeartbeat = 2ms;
constexpr int kMeasureMs = 3'000;

double threadCpuSeconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

} // namespace

class BenchWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fourUpdatesASecond();

private:
    void measure(const char *what);

    client::Mirror *m_mirror = nullptr;
};

/*!
 * A heartbeat shows for how long a click would have no answer: by the clock, which others on this machine lengthen, and
 * in time of the processor, which they do not.
 */
void BenchWindow::measure(const char *what)
{
    QTest::qWait(1'000); // until the view is as it stays
    int updates = 0;
    double longestWall = 0;
    double longestCpu = 0;
    double lastCpu = threadCpuSeconds();
    QElapsedTimer beat;
    beat.start();
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    connect(&heart, &QTimer::timeout, &heart, [&] {
        const double cpu = threadCpuSeconds();
        longestCpu = std::max(longestCpu, cpu - std::exchange(lastCpu, cpu));
        longestWall = std::max(longestWall, double(beat.nsecsElapsed()) / 1e9);
        beat.start();
    });
    heart.start(kHeartbeat);
    connect(m_mirror, &client::Mirror::connectionsChanged, &heart, [&](const auto &, const QVector<quint64> &changed) {
        updates += changed.size() > kConnections / 2 ? 1 : 0;
    });
    QElapsedTimer wall;
    wall.start();
    const double before = threadCpuSeconds();
    QTest::qWait(kMeasureMs);
    const double seconds = double(wall.nsecsElapsed()) / 1e9;
    std::printf("%-22s %4.1f updates/s  CPU %5.1f %%  longest stall %6.1f ms (CPU %6.1f ms)\n", what, updates / seconds,
                (threadCpuSeconds() - before) / seconds * 100, longestWall * 1e3, longestCpu * 1e3);
    std::fflush(stdout);
    QVERIFY(updates > 0);
}

void BenchWindow::fourUpdatesASecond()
{
    tests::FakeAdminThread relay;
    QString path;
    relay.run([&path](tests::FakeAdminServer &server) {
        server.limitIntervals(kInterval);
        server.world().populate(kConnections);
        server.startTicking(1.0, kInterval);
        QVERIFY(server.listen());
        path = server.path();
    });
    const QTemporaryDir directory;
    Theme theme;
    QApplication::setStyle(new Style(theme));
    QApplication::setPalette(theme.palette());
    Memory memory(directory.filePath(QStringLiteral("memory.ini")));
    Language language;
    client::AdminClient client;
    client::Mirror mirror(client);
    m_mirror = &mirror;
    MainWindow window({ client, mirror, theme, memory, language, [] { return QDateTime::currentMSecsSinceEpoch(); } });
    client.connectToServer(path, true);
    window.show();
    Workspace &workspace = window.workspace();
    QTRY_COMPARE_WITH_TIMEOUT(workspace.connectionTable().model()->rowCount(), kConnections, 20'000);
    measure("connections");
    workspace.connectionTable().selectRow(0);
    measure("a connection selected");
    workspace.connectionTable().selectAll();
    measure("all selected");
    workspace.connectionTable().selectRow(0);
    workspace.connectionTable().sortByColumn(int(ConnectionColumn::Out), Qt::DescendingOrder);
    measure("sorted by Out");
    workspace.inspect(workspace.selectedIds().first());
    measure("inspecting");
    window.setFilter(QStringLiteral("kind:video"));
    measure("filtered");
    window.setFilter({});
    window.showView(View::Topics);
    measure("topics");
    window.showView(View::Routing);
    measure("routing");
}

QTEST_MAIN(BenchWindow)
#include "bench_window.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What one refresh of each view costs with 10,000 connections of which every one changes every second, and how much memory
// the window takes. Prints "name value unit" lines, times as the processor's own (others on the machine do not count), the
// median and the worst of many. With --strict it fails where the promised limits are broken; that needs an optimised build.
#include "gui/app/language.h"
#include "gui/app/mainwindow.h"
#include "gui/app/memory.h"
#include "gui/app/workspace.h"
#include "gui/chart/throughputpanel.h"
#include "gui/chart/throughputplot.h"
#include "gui/graph/graphview.h"
#include "gui/graph/routingview.h"
#include "gui/theme/style.h"
#include "gui/views/connectiontable.h"
#include "tests/client/support/fakeadminserver.h"

#include <QApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace relay;
using namespace relay::gui;
using namespace std::chrono_literals;

namespace {

constexpr int kConnections = 10'000;
#ifdef __OPTIMIZE__
constexpr int kRounds = 30;
#else
constexpr int kRounds = 5; // only to see that it runs
#endif
constexpr int kSeries = 8;
constexpr int kBoxes = 200;        // of a graph worth measuring
constexpr double kTableLimit = 25; // ms
constexpr double kGraphLimit = 16;
constexpr double kChartLimit = 10;
constexpr double kMemoryLimit = 400; // MB

bool isBroken = false;

double processorMs()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

void print(const char *name, double value, const char *unit, double limit = 0)
{
    std::printf("%s %.2f %s%s\n", name, value, unit, limit > 0 && value > limit ? " (over the limit)" : "");
    std::fflush(stdout);
    isBroken |= limit > 0 && value > limit;
}

void measure(const char *name, double limit, const std::function<void()> &prepare, const std::function<void()> &work)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        prepare();
        const double before = processorMs();
        work();
        times.push_back(processorMs() - before);
    }
    std::sort(times.begin(), times.end());
    print(qPrintable(QString::fromLatin1(name) + QStringLiteral("_median")), times.at(times.size() / 2), "ms", limit);
    print(qPrintable(QString::fromLatin1(name) + QStringLiteral("_worst")), times.back(), "ms");
}

double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines)
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

//! The relay, in a process of its own: its memory is not the window's.
int serve(const QString &path)
{
    tests::FakeAdminServer server;
    server.world().populate(kConnections);
    if (!server.listen(path))
        return 1;
    server.startTicking(1.0, 1000ms);
    return QApplication::exec();
}

void measureTable(const client::Mirror &mirror, const Theme &theme)
{
    qint64 now = QDateTime::currentMSecsSinceEpoch();
    ConnectionModel model([&now] { return now; });
    auto connections = mirror.connections();
    model.syncTo(connections);
    ConnectionProxy proxy(model);
    ConnectionTable table(proxy, theme);
    table.resize(1240, 560);
    table.show();
    QTest::qWait(50);
    proxy.refreshNow();
    QVector<quint64> changed;
    for (const client::Connection &each : std::as_const(connections))
        changed.append(each.id);
    std::sort(changed.begin(), changed.end());
    quint32 seed = 1;
    const auto change = [&] {
        now += 1000;
        for (client::Connection &each : connections) {
            seed = seed * 1664525 + 1013904223;
            each.outRate = seed % 1'000'000;
            each.outBytes += seed % 1'000'000;
            each.queuedBytes = each.id % 97 == 4 ? seed % 900'000 : 0;
            each.dropped += each.id % 97 == 4 ? seed % 20 : 0;
        }
    };
    const auto tick = [&] {
        model.apply({}, changed, {}, connections);
        model.tick(mirror.topics());
        proxy.refresh();
        table.viewport()->repaint();
    };
    measure("table_tick_10000", kTableLimit, change, tick);
    table.sortByColumn(static_cast<int>(ConnectionColumn::Out), Qt::DescendingOrder); // the order changes wholly
    measure("table_tick_10000_sorted_by_rate", 0, change, tick);
}

//! While something was measured nobody listened to the relay: it may have been given up for a moment.
bool waitUntilLive(const client::Mirror &mirror)
{
    return QTest::qWaitFor([&mirror] { return !mirror.isStale(); }, 60'000);
}

void measureGraph(const client::Mirror &mirror, const Theme &theme)
{
    graph::RoutingView view(mirror, theme);
    view.resize(1240, 760);
    view.show();
    isBroken |= !waitUntilLive(mirror);
    // Families of healthy topics are folded into a few boxes: those in trouble, which takes a while to tell, stand open.
    const auto isFull = [&view] {
        view.refresh();
        return view.view().graph().nodes.size() > kBoxes;
    };
    isBroken |= !QTest::qWaitFor(isFull, 30'000);
    print("graph_nodes", double(view.view().graph().nodes.size()), "boxes");
    measure(
        "graph_frame_10000", kGraphLimit, [] {}, [&view] { static_cast<void>(view.view().viewport()->grab()); });
    measure(
        "graph_update_10000", 0, [] {},
        [&view] {
            view.refresh();
            view.view().viewport()->repaint();
        });
}

void measureChart(const client::Mirror &mirror, const Theme &theme)
{
    qint64 now = QDateTime::currentMSecsSinceEpoch();
    chart::ThroughputPanel panel(mirror, theme);
    panel.setClock([&now] { return now; });
    panel.resize(1240, 208);
    panel.show();
    QVector<chart::ComparedSeries> series;
    const auto names = mirror.topics().keys().mid(0, kSeries);
    for (const QString &topic : names)
        series.append({ topic, 0, topic, {}, {}, false });
    isBroken |= !waitUntilLive(mirror);
    panel.setSelection(series, {});
    panel.showSelection(true);
    for (int second = 0; second < 300; ++second) {
        now += 1000;
        panel.sample();
    }
    print("chart_samples", double(panel.history().count()), "samples");
    isBroken |= panel.history().count() < 300;
    const auto frame = [&panel] { panel.plot().replot(QCustomPlot::rpImmediateRefresh); };
    measure(
        "chart_frame_8x300", kChartLimit,
        [&] {
            now += 1000;
            panel.sample();
        },
        frame);
    panel.showSelection(false);
    measure(
        "chart_frame_totals", kChartLimit,
        [&] {
            now += 1000;
            panel.sample();
        },
        frame);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariable("QT_QPA_PLATFORM", QStringLiteral("offscreen")).toLatin1());
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("--serve"))
        return serve(arguments.value(2));
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("admin.sock"));
    QProcess relay;
    relay.start(QApplication::applicationFilePath(), { QStringLiteral("--serve"), path });
    if (!relay.waitForStarted())
        return 1;
    Theme theme;
    QApplication::setStyle(new Style(theme));
    QApplication::setPalette(theme.palette());
    Memory memory(directory.filePath(QStringLiteral("memory.ini")));
    Language language;
    client::AdminClient client;
    client::Mirror mirror(client);
    {
        MainWindow window(
            { client, mirror, theme, memory, language, [] { return QDateTime::currentMSecsSinceEpoch(); } });
        client.connectToServer(path, true);
        window.show();
        if (!QTest::qWaitFor([&mirror] { return mirror.connections().size() == kConnections; }, 60'000))
            return 1;
        for (const View view : { View::Connections, View::Topics, View::Routing, View::Connections }) {
            window.showView(view);
            QTest::qWait(2'000);
        }
        print("window_memory_10000", residentMb(), "MB", kMemoryLimit);
    }
    measureTable(mirror, theme);
    measureGraph(mirror, theme);
    measureChart(mirror, theme);
    client.disconnectFromServer();
    relay.kill();
    relay.waitForFinished();
    return isBroken && arguments.contains(QStringLiteral("--strict")) ? 1 : 0;
}

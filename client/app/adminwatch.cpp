// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/adminwatch.h"

#include "client/admin/mirror.h"
#include "client/app/adminviews.h"
#include "client/app/console.h"

#include <QDateTime>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTimer>

#include <algorithm>

namespace relay::client {

using namespace std::chrono_literals;

namespace {

//! The rows that matter most: trouble first, then traffic.
QVector<Connection> busiest(const Mirror &mirror)
{
    QVector<Connection> all(mirror.connections().cbegin(), mirror.connections().cend());
    const auto weight = [](const Connection &c) { return std::tuple(c.queuedMs > 0, c.inRate + c.outRate, c.id); };
    std::sort(all.begin(), all.end(), [&](const Connection &a, const Connection &b) { return weight(a) > weight(b); });
    return all;
}

class Watch
{
public:
    explicit Watch(const WatchOptions &options)
        : m_options(options)
        , m_mirror(m_client)
    {
        // A terminal is drawn by the clock, so that ages and the countdown of a lost link go on; lines come with news.
        m_timer.setInterval(1s);
        if (console::isTerminal())
            QObject::connect(&m_timer, &QTimer::timeout, &m_loop, [this] { update(); });
        else
            QObject::connect(&m_mirror, &Mirror::totalsChanged, &m_loop, [this] { update(); });
        QObject::connect(&m_mirror, &Mirror::wasReset, &m_loop, [this] { update(); });
        QObject::connect(&m_client, &AdminClient::stateChanged, &m_loop,
                         [this](AdminClient::State state) { follow(state); });
    }

    int run()
    {
        m_client.connectToServer(m_options.socketPath, true);
        m_timer.start();
        // A first connect that fails is a mistake in the call, or no relayd: say it and end.
        return m_hasFailed ? int(console::kFailure) : m_loop.exec();
    }

private:
    void follow(AdminClient::State state)
    {
        if (state != AdminClient::State::Lost && state != AdminClient::State::Refused)
            return;
        console::error(m_client.lastError());
        if (m_mirror.asOf() == 0) {
            m_hasFailed = true;
            m_loop.exit(console::kFailure);
        }
    }

    void update()
    {
        if (m_mirror.asOf() == 0)
            return;
        if (m_options.isJson)
            printJson();
        else if (console::isTerminal())
            draw();
        else
            console::out(QDateTime::currentDateTime().toString(QStringLiteral("HH:mm:ss "))
                         + totalsLine(m_mirror.totals()) + QLatin1Char('\n'));
        if (m_options.count > 0 && ++m_updates >= m_options.count)
            m_loop.exit(console::kSuccess);
    }

    void printJson()
    {
        QJsonObject line = totalsObject(m_mirror.totals());
        line.insert(QStringLiteral("at"), m_mirror.asOf());
        console::out(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)) + QLatin1Char('\n'));
    }

    void draw()
    {
        const console::Size size = console::terminalSize();
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const QString when = QDateTime::fromMSecsSinceEpoch(m_mirror.asOf()).toString(QStringLiteral("HH:mm:ss"));
        const QString head = m_mirror.isStale() ? QStringLiteral("as of %1 (no contact; trying again in %2 s): ")
                                                      .arg(when)
                                                      .arg((m_client.nextTryIn().count() + 999) / 1000)
                                                : QStringLiteral("%1: ").arg(when);
        const Table table = connectionsTable(busiest(m_mirror), now);
        // Home, text, clear the rest: no flicker as a full clear would have.
        const QString first = head + totalsLine(m_mirror.totals());
        QString screen = QStringLiteral("\x1b[H") + first.left(size.columns) + QStringLiteral("\n\n")
            + table.text(size.columns, std::max(1, size.rows - 5));
        screen.replace(QLatin1Char('\n'), QStringLiteral("\x1b[K\n"));
        console::out(screen + QStringLiteral("\x1b[J"));
    }

    WatchOptions m_options;
    AdminClient m_client;
    Mirror m_mirror;
    QEventLoop m_loop;
    QTimer m_timer;
    int m_updates = 0;
    bool m_hasFailed = false;
};

} // namespace

int watch(const WatchOptions &options)
{
    return Watch(options).run();
}

} // namespace relay::client

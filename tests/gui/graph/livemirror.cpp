// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/graph/livemirror.h"

#include "gui/theme/style.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QPixmap>
#include <QTest>
#include <QWidget>

#include <cmath>

namespace relay::tests {

namespace {

constexpr int kPatienceMs = 10'000;

//! Some time ago, so that a test may let minutes pass and is still not ahead of the mirror's own clock.
qint64 startOfTest()
{
    static const qint64 kStart = QDateTime::currentMSecsSinceEpoch() - 15 * 60'000;
    return kStart;
}

//! Rates go through text and sums on their way.
bool isAbout(double a, double b)
{
    return std::abs(a - b) <= 1 + 1e-6 * std::abs(b);
}

bool matches(const FakeWorld &world, const client::Mirror &mirror)
{
    if (mirror.isStale() || world.connections().size() != mirror.connections().size())
        return false;
    for (const client::Connection &wanted : world.connections()) {
        const client::Connection known = mirror.connections().value(wanted.id);
        if (known.id != wanted.id || known.dropped != wanted.dropped || known.queuedBytes != wanted.queuedBytes
            || !isAbout(known.outRate, wanted.outRate) || !isAbout(known.inRate, wanted.inRate)
            || known.address != wanted.address)
            return false;
    }
    for (const client::Topic &wanted : world.topics()) {
        if (!isAbout(mirror.topics().value(wanted.id).inRate, wanted.inRate))
            return false;
    }
    return mirror.topics().size() == world.topics().size();
}

} // namespace

LiveMirror::LiveMirror()
    : m_mirror(m_client)
    , m_now(startOfTest())
{
    m_server.limitIntervals(std::chrono::milliseconds(20));
    if (!m_server.listen())
        qFatal("the pretended relay cannot listen");
    m_client.connectToServer(m_server.path(), true);
}

bool LiveMirror::sync()
{
    return QTest::qWaitFor([this] { return matches(world(), m_mirror); }, kPatienceMs);
}

bool LiveMirror::lose()
{
    m_server.stop();
    return QTest::qWaitFor([this] { return m_mirror.isStale(); }, kPatienceMs);
}

bool LiveMirror::regain()
{
    if (!m_server.listen(m_server.path()))
        return false;
    m_client.retryNow();
    return sync();
}

gui::graph::HealthBook::Clock LiveMirror::clock()
{
    return [this] { return m_now; };
}

client::Connection makeConnection(quint64 id, const QString &topic, const QString &role, const QString &address,
                                  double megabits)
{
    const bool isPublisher = role == QLatin1String("publisher");
    const double bytes = megabits * 1e6 / 8;
    const qint64 now = startOfTest();
    client::Connection connection;
    connection.id = id;
    connection.topic = topic;
    connection.path = topic;
    connection.role = role;
    connection.kind = topic.endsWith(QLatin1String("video")) ? QStringLiteral("video") : QStringLiteral("data");
    connection.transport = isPublisher ? QStringLiteral("http") : QStringLiteral("ws");
    connection.address = address;
    connection.userAgent = isPublisher ? QStringLiteral("Lavf/59.27.100")
                                       : QStringLiteral("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Firefox/133.0");
    connection.openedAt = now - 41 * 60'000;
    connection.lastInAt = connection.lastOutAt = now;
    connection.inRate = isPublisher ? bytes : 0;
    connection.outRate = isPublisher ? 0 : bytes;
    connection.rttMs = isPublisher ? 3 : 22;
    return connection;
}

namespace {

constexpr quint64 kKiB = 1024;

QString viewerAddress(quint64 id)
{
    return QStringLiteral("198.51.%1.%2:%3").arg(100 + id % 7).arg(1 + id % 250).arg(40'000 + id % 20'000);
}

//! One experiment: a host that publishes a video and a data topic, and their readers.
quint64 addExperiment(FakeWorld &world, quint64 id, const QString &name, double megabits, int viewers)
{
    const QString host = QStringLiteral("10.20.4.%1:5000").arg(id % 200 + 1);
    const QString video = QLatin1Char('/') + name + QLatin1String("-st-video");
    const QString data = QLatin1Char('/') + name + QLatin1String("-st-data");
    world.set(makeConnection(id++, video, QStringLiteral("publisher"), host, megabits));
    world.set(makeConnection(id++, data, QStringLiteral("publisher"), host, 0.21));
    for (int i = 0; i < viewers; ++i, ++id)
        world.set(makeConnection(id, video, QStringLiteral("subscriber"), viewerAddress(id), megabits));
    for (int i = 0; i < viewers - 2; ++i, ++id)
        world.set(makeConnection(id, data, QStringLiteral("subscriber"), viewerAddress(id), 0.2));
    return id;
}

client::Connection troubled(quint64 id, const QString &topic, const QString &address, double megabits, quint64 queued)
{
    client::Connection connection = makeConnection(id, topic, QStringLiteral("subscriber"), address, megabits);
    connection.queuedBytes = queued;
    connection.queuedMs = 1900;
    connection.rttMs = 388;
    return connection;
}

void look(const QVector<gui::graph::HealthBook *> &books)
{
    for (gui::graph::HealthBook *book : books)
        book->look();
}

} // namespace

void fillLaboratory(LiveMirror &live, const QVector<gui::graph::HealthBook *> &books)
{
    FakeWorld &world = live.world();
    quint64 id = 100;
    int viewers = 21;
    for (const char *name : { "gvnr01", "pend10", "pend11", "pend12", "pvna02", "spin33", "spin34", "spin35", "spin36",
                              "trus03", "trus04", "turn07" }) {
        id = addExperiment(world, id, QLatin1String(name), 3.9 + double(id % 17) / 40, viewers);
        viewers = 12 + (viewers * 7) % 31;
    }
    const QString spin = QStringLiteral("/spin35-st-video");
    const QString pend = QStringLiteral("/pend12-st-video");
    client::Connection first = troubled(1, spin, QStringLiteral("203.0.113.87:51234"), 1.21, 1024 * kKiB);
    client::Connection second = troubled(2, pend, QStringLiteral("198.51.100.23:40112"), 1.88, 1024 * kKiB);
    world.set(troubled(3, spin, QStringLiteral("192.0.2.17:42000"), 3.71, 700 * kKiB));
    world.set(troubled(4, QStringLiteral("/trus03-st-video"), QStringLiteral("192.0.2.141:42001"), 3.64, 900 * kKiB));
    if (!live.sync())
        qFatal("the mirror did not follow");
    for (int i = 0; i < 30; ++i)
        look(books); // long enough to know what the topics usually get
    for (int round = 0; round < 12; ++round) {
        first.dropped += 18;
        second.dropped += 11;
        world.set(first);
        world.set(second);
        if (!live.sync())
            qFatal("the mirror did not follow");
        live.advance(1000);
        look(books);
    }
}

void dress(gui::Theme &theme, gui::Theme::Mode mode)
{
    theme.setMode(mode);
    QApplication::setStyle(new gui::Style(theme));
    QApplication::setPalette(theme.palette());
    QApplication::setFont(theme.font(gui::Theme::Type::Body));
    QCoreApplication::processEvents();
}

void grab(QWidget &widget, const QString &name)
{
    const QString directory = qEnvironmentVariable("RELAY_GRAB_DIR");
    if (directory.isEmpty())
        return;
    QDir().mkpath(directory);
    if (!widget.grab().save(directory + QLatin1Char('/') + name + QLatin1String(".png")))
        qWarning("cannot save a picture to %s", qPrintable(directory));
}

} // namespace relay::tests

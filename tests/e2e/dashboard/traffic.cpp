// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/dashboard/traffic.h"

#include "tests/e2e/dashboard/peer.h"

#include <QTest>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <vector>

namespace relay::tests {

using namespace std::chrono_literals;

namespace {

constexpr auto kEvery = 25ms;
constexpr int kMessageBytes = 20'000;

} // namespace

//! Lives in the thread; the GUI thread reads only what is atomic.
class Traffic::Worker : public QObject
{
public:
    struct Reader
    {
        QWebSocket *socket = nullptr;
        int next = 0; //!< expected number
        std::atomic<int> received = 0;
        std::atomic<bool> hasLost = false;
        std::atomic<bool> isOpen = false;
    };

    explicit Worker(int count)
        : readers(size_t(count))
    {
    }

    void open(const QString &address, const QString &topic);
    void setPublishing(bool isPublishing) { isPublishing ? m_timer->start(kEvery) : m_timer->stop(); }

    std::vector<Reader> readers;
    std::atomic<int> sent = 0;
    std::atomic<bool> publishes = false;

private:
    void publish();
    static void take(Reader &reader, const QByteArray &message);

    QWebSocket *m_publisher = nullptr;
    QTimer *m_timer = nullptr;
};

void Traffic::Worker::open(const QString &address, const QString &topic)
{
    const auto follow = [this](QWebSocket &socket, std::atomic<bool> &isOpen) {
        connect(&socket, &QWebSocket::connected, this, [&isOpen] { isOpen = true; });
        connect(&socket, &QWebSocket::disconnected, this, [&isOpen] { isOpen = false; });
    };
    m_timer = new QTimer(this);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &Worker::publish);
    m_publisher = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    follow(*m_publisher, publishes);
    for (Reader &reader : readers) {
        reader.socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
        follow(*reader.socket, reader.isOpen);
        connect(reader.socket, &QWebSocket::binaryMessageReceived, this,
                [&reader](const QByteArray &message) { take(reader, message); });
        reader.socket->open(QUrl(address + QStringLiteral("/out/") + topic));
    }
    m_publisher->open(QUrl(address + QStringLiteral("/in/") + topic));
}

void Traffic::Worker::publish()
{
    m_publisher->sendBinaryMessage(QByteArray::number(sent).leftJustified(kMessageBytes, '.'));
    ++sent;
}

void Traffic::Worker::take(Reader &reader, const QByteArray &message)
{
    const int number = message.left(message.indexOf('.')).toInt();
    if (message.size() != kMessageBytes || number != reader.next)
        reader.hasLost = true;
    reader.next = number + 1;
    ++reader.received;
}

Traffic::Traffic(quint16 port, const QString &topic, int readers)
    : m_worker(std::make_unique<Worker>(readers))
{
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), address = QStringLiteral("ws://127.0.0.1:%1").arg(port), topic] {
            worker->open(address, topic);
        },
        Qt::QueuedConnection);
}

Traffic::~Traffic()
{
    QMetaObject::invokeMethod(m_worker.release(), &QObject::deleteLater, Qt::QueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

bool Traffic::waitForOpen()
{
    return QTest::qWaitFor(
        [this] {
            return publishes()
                && std::all_of(m_worker->readers.begin(), m_worker->readers.end(),
                               [](const Worker::Reader &reader) { return reader.isOpen.load(); });
        },
        5000 * slowness());
}

void Traffic::start()
{
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get()] { worker->setPublishing(true); }, Qt::QueuedConnection);
}

void Traffic::stop()
{
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get()] { worker->setPublishing(false); }, Qt::BlockingQueuedConnection);
}

int Traffic::sent() const
{
    return m_worker->sent;
}

int Traffic::received(int reader) const
{
    return m_worker->readers.at(size_t(reader)).received;
}

bool Traffic::hasLost(int reader) const
{
    return m_worker->readers.at(size_t(reader)).hasLost;
}

bool Traffic::isOpen(int reader) const
{
    return m_worker->readers.at(size_t(reader)).isOpen;
}

bool Traffic::publishes() const
{
    return m_worker->publishes;
}

} // namespace relay::tests

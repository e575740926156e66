// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/tcpsource.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace relay::client::feed;
using namespace std::chrono_literals;
using relay::ws::Opcode;
using State = SourceStatus::State;

class TestTcpSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_messages.clear();
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
    }
    void cleanup()
    {
        m_source.reset();
        m_peer.reset();
        m_server.reset();
    }

    void linesGoBothWays()
    {
        begin({});
        m_peer->write("T=21.5\r\nT=");
        QTRY_COMPARE(m_messages.size(), 1);
        m_peer->write("21.6\n\xff\n");
        QTRY_COMPARE(m_messages.size(), 3);
        QCOMPARE(m_messages,
                 Messages({ { Opcode::Text, "T=21.5" }, { Opcode::Text, "T=21.6" }, { Opcode::Binary, "\xff" } }));
        m_source->write(Opcode::Text, "*IDN?");
        m_source->write(Opcode::Binary, "RST\n");
        QTRY_COMPARE(m_peer->peek(100), QByteArray("*IDN?\nRST\n"));
        const SourceStatus status = m_source->status();
        QCOMPARE(status.messagesFrom, 3U);
        QCOMPARE(status.bytesFrom, 13U);
        QCOMPARE(status.messagesTo, 2U);
        QCOMPARE(status.droppedTo, 0U);
    }

    void rawPiecesAreKeptTogetherUntilALull()
    {
        begin({ .isRaw = true, .lull = 300ms });
        m_peer->write("ab");
        m_peer->flush();
        QTest::qWait(20);
        m_peer->write("\ncd");
        QTRY_COMPARE(m_messages, Messages({ { Opcode::Binary, "ab\ncd" } }));
        m_source->write(Opcode::Text, "as it is");
        QTRY_COMPARE(m_peer->peek(100), QByteArray("as it is"));
    }

    void rawPiecesGoOutAlsoWhenThereIsNoLull()
    {
        begin({ .isRaw = true, .lull = 100ms }); // 2 s at the latest
        QDeadlineTimer patience(30s);
        while (m_messages.isEmpty() && !patience.hasExpired()) {
            m_peer->write("x");
            QTest::qWait(5);
        }
        QVERIFY(!m_messages.isEmpty());
        QVERIFY(m_messages[0].second.size() > 1);
    }

    void theLastLineOfAnInstrumentThatEndsCounts()
    {
        begin({});
        m_peer->write("one\nlast");
        m_peer->disconnectFromHost();
        QTRY_COMPARE(m_messages, Messages({ { Opcode::Text, "one" }, { Opcode::Text, "last" } }));
        QCOMPARE(m_source->status().state, State::Waiting);
        QVERIFY(m_source->status().text.contains(QStringLiteral("closed the connection")));
    }

    void anInstrumentThatComesBackIsFoundAgain()
    {
        begin({});
        m_peer->write("half of a li");
        const quint16 port = m_server->serverPort();
        m_server->close();
        m_peer->abort(); // unread bytes or not: no goodbye is needed
        QTRY_COMPARE(m_source->status().state, State::Waiting);
        const auto wait = m_source->status().wait;
        QVERIFY(wait >= 1s && wait <= 10s);
        m_source->write(Opcode::Text, "lost");
        QCOMPARE(m_source->status().droppedTo, 1U);
        m_messages.clear();
        QVERIFY(m_server->listen(QHostAddress::LocalHost, port));
        accept();
        m_peer->write("again\n");
        QTRY_COMPARE(m_messages, Messages({ { Opcode::Text, "again" } }));
        QCOMPARE(m_source->status().opened, 2U);
        m_source->write(Opcode::Text, "hello");
        QTRY_COMPARE(m_peer->peek(100), QByteArray("hello\n"));
    }

    void anInstrumentThatIsNotThereIsSaid()
    {
        m_server->close();
        start({}, 1); // the port of nobody
        QTRY_COMPARE(m_source->status().state, State::Waiting);
        QVERIFY(m_source->status().text.contains(QStringLiteral("127.0.0.1:1")));
        QCOMPARE(m_source->status().opened, 0U);
        m_source->stop();
        QCOMPARE(m_source->status().state, State::Stopped);
        QTest::qWait(2200);
        QCOMPARE(m_source->status().state, State::Stopped);
    }

    void whatAnInstrumentDoesNotReadIsDroppedWholeAndCounted()
    {
        begin({});
        m_peer->setReadBufferSize(1);
        const QByteArray message(100'000, 'm');
        for (int i = 0; i < 400; ++i) {
            m_source->write(Opcode::Text, message);
            QCoreApplication::processEvents();
        }
        const SourceStatus status = m_source->status();
        QVERIFY(status.droppedTo > 0);
        QCOMPARE(status.messagesTo + status.droppedTo, 400U);
        m_peer->setReadBufferSize(0);
        QByteArray got;
        QTRY_VERIFY_WITH_TIMEOUT(!(got += m_peer->readAll()).isEmpty()
                                     && got.size() == qsizetype(status.messagesTo) * (message.size() + 1),
                                 20000);
        for (const QByteArray &line : got.chopped(1).split('\n'))
            QVERIFY(line == message);
    }

    void theRestOfTheProgramHasItsTurnWhileMuchComes()
    {
        begin({});
        qsizetype atOnce = 0; // bytes since the rest had its turn
        qsizetype most = 0;
        qsizetype all = 0;
        connect(m_source.get(), &Source::message, this, [&](Opcode, const QByteArray &payload) {
            most = std::max(most, atOnce += payload.size());
            all += payload.size();
        });
        QTimer rest;
        connect(&rest, &QTimer::timeout, this, [&] { atOnce = 0; });
        rest.start(0);
        const QByteArray line = QByteArray(999, 'm') + '\n';
        m_peer->write(line.repeated(5000));
        QTRY_COMPARE_WITH_TIMEOUT(all, 5000 * 999, 20000);
        QVERIFY2(most <= 256 * 1024, qPrintable(QString::number(most)));
    }

    void aMessageThatIsLargerThanTheQueueGoesOutAlone()
    {
        begin({});
        m_source->write(Opcode::Binary, QByteArray(5'000'000, 'm'));
        QByteArray got;
        QTRY_VERIFY_WITH_TIMEOUT((got += m_peer->readAll()).size() == 5'000'001, 20000);
    }

private:
    using Messages = QList<std::pair<Opcode, QByteArray>>;

    void start(Framing framing, quint16 port)
    {
        m_source = std::make_unique<TcpSource>(TcpEnd { QStringLiteral("127.0.0.1"), port }, framing);
        connect(m_source.get(), &Source::message, this, [this](Opcode opcode, const QByteArray &payload) {
            m_messages.append({ opcode, payload });
        });
        m_source->start();
    }

    void accept()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_server->hasPendingConnections(), 20000);
        m_peer.reset(m_server->nextPendingConnection());
        m_peer->setParent(nullptr);
        QTRY_COMPARE(m_source->status().state, State::Open);
    }

    void begin(Framing framing)
    {
        start(framing, m_server->serverPort());
        accept();
    }

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_peer;
    std::unique_ptr<TcpSource> m_source;
    Messages m_messages;
};

QTEST_GUILESS_MAIN(TestTcpSource)
#include "tst_tcpsource.moc"

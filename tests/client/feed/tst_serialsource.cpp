// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/serialsource.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <pty.h>
#include <unistd.h>

using namespace relay::client::feed;
using namespace std::chrono_literals;
using relay::ws::Opcode;
using State = SourceStatus::State;

//! A pseudo-terminal plays the instrument; a link stands for the device file that comes and goes.
class TestSerialSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_messages.clear();
        m_heard.clear();
        m_directory = std::make_unique<QTemporaryDir>();
        m_device = m_directory->filePath(QStringLiteral("ttyX"));
    }
    void cleanup()
    {
        m_source.reset();
        pullOut();
    }

    void linesGoBothWays()
    {
        plugIn();
        begin();
        say("T=21.5\r\nT=");
        QTRY_COMPARE(m_messages.size(), 1);
        say("21.6\n");
        QTRY_COMPARE(m_messages, Messages({ { Opcode::Text, "T=21.5" }, { Opcode::Text, "T=21.6" } }));
        m_source->write(Opcode::Text, "*IDN?");
        QTRY_COMPARE(heard(), QByteArray("*IDN?\n"));
    }

    void bytesPassAsTheyAre()
    {
        plugIn();
        begin({ .isRaw = true, .lull = 100ms });
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all.append(char(i)); // with the characters that terminals know: ^C, ^D, ^Q, ^S, CR, LF, DEL
        say(all);
        QTRY_COMPARE(m_messages, Messages({ { Opcode::Binary, all } }));
        m_source->write(Opcode::Binary, all);
        QTRY_COMPARE(heard(), all);
    }

    void aDeviceThatIsNotThereIsWaitedFor()
    {
        begin({}, State::Waiting);
        QCOMPARE(m_source->status().text, QString(u"there is no " + m_device));
        plugIn();
        QTRY_COMPARE(m_source->status().state, State::Open);
        QCOMPARE(m_source->status().opened, 1U);
    }

    void aDeviceThatWasPulledOutIsFoundAgain()
    {
        plugIn();
        begin();
        say("half of a li");
        QTest::qWait(50);
        pullOut();
        QTRY_COMPARE(m_source->status().state, State::Waiting);
        m_source->write(Opcode::Text, "lost");
        QCOMPARE(m_source->status().droppedTo, 1U);
        plugIn();
        QTRY_COMPARE_WITH_TIMEOUT(m_source->status().state, State::Open, 15000);
        say("again\n");
        QTRY_COMPARE(m_messages, Messages({ { Opcode::Text, "again" } }));
    }

    void whatIsNoSerialLineIsSaid()
    {
        QFile file(m_device);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a file\n") > 0);
        file.close();
        begin({}, State::Waiting);
        QVERIFY(m_source->status().text.startsWith(QStringLiteral("cannot open ")));
        QVERIFY(m_source->status().wait >= 1s);
        QVERIFY(QFile::remove(m_device));
    }

    void whatTheInstrumentDoesNotReadIsDropped()
    {
        plugIn();
        begin();
        for (int i = 0; i < 400; ++i) {
            m_source->write(Opcode::Text, QByteArray(1000, 'm'));
            QCoreApplication::processEvents();
        }
        const SourceStatus status = m_source->status();
        QVERIFY(status.droppedTo > 0);
        QCOMPARE(status.messagesTo + status.droppedTo, 400U);
        QTRY_COMPARE_WITH_TIMEOUT(heard().size(), qsizetype(status.messagesTo * 1001), 20000);
        for (const QByteArray &line : heard().chopped(1).split('\n'))
            QVERIFY(line == QByteArray(1000, 'm'));
    }

private:
    using Messages = QList<std::pair<Opcode, QByteArray>>;

    void plugIn()
    {
        std::array<char, 64> name {};
        int slave = -1;
        QCOMPARE(::openpty(&m_master, &slave, name.data(), nullptr, nullptr), 0);
        ::close(slave);
        ::fcntl(m_master, F_SETFL, O_NONBLOCK);
        QVERIFY(QFile::link(QString::fromLatin1(name.data()), m_device));
    }

    void pullOut()
    {
        QFile::remove(m_device);
        if (m_master >= 0)
            ::close(std::exchange(m_master, -1));
    }

    void begin(Framing framing = {}, State state = State::Open)
    {
        m_source = std::make_unique<SerialSource>(SerialEnd { .device = m_device, .baud = 9600 }, framing);
        connect(m_source.get(), &Source::message, this, [this](Opcode opcode, const QByteArray &payload) {
            m_messages.append({ opcode, payload });
        });
        m_source->start();
        QTRY_COMPARE(m_source->status().state, state);
    }

    void say(const QByteArray &bytes)
    {
        QCOMPARE(::write(m_master, bytes.data(), std::size_t(bytes.size())), bytes.size());
    }

    //! All that has come so far.
    const QByteArray &heard()
    {
        std::array<char, 65536> bytes {};
        const ssize_t count = ::read(m_master, bytes.data(), bytes.size());
        m_heard.append(bytes.data(), std::max<ssize_t>(count, 0));
        return m_heard;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_device;
    int m_master = -1;
    std::unique_ptr<SerialSource> m_source;
    Messages m_messages;
    QByteArray m_heard;
};

QTEST_GUILESS_MAIN(TestSerialSource)
#include "tst_serialsource.moc"

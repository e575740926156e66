// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/log/log.h"

#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <QThread>

#include <unistd.h>

using namespace relay::log;

Q_LOGGING_CATEGORY(lcSample, "relay.sample")

namespace {

//! Runs the work with stderr going to a file and the handler of the test library put away; gives what was written.
template<typename Work>
QStringList linesOf(Work work)
{
    QTemporaryFile file;
    if (!file.open())
        return {};
    const int before = ::dup(STDERR_FILENO);
    ::dup2(file.handle(), STDERR_FILENO);
    const QtMessageHandler handler = qInstallMessageHandler(nullptr);
    work();
    qInstallMessageHandler(handler);
    QLoggingCategory::setFilterRules({});
    ::dup2(before, STDERR_FILENO);
    ::close(before);
    file.seek(0);
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

void sayAll()
{
    qCDebug(lcSample) << "d";
    qCInfo(lcSample) << "i";
    qCWarning(lcSample) << "w";
    qCCritical(lcSample) << "e";
}

//! The last word of each line.
QStringList wordsIn(const QString &path)
{
    QFile file(path);
    QStringList words;
    if (!file.open(QIODevice::ReadOnly))
        return words;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        words << line.section(u' ', -1);
    return words;
}

} // namespace

class HandlerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelHidesWhatIsBelow_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<QStringList>("levels");
        const QStringList all { QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warn"),
                                QStringLiteral("error") };
        for (int i = 0; i < 4; ++i)
            QTest::addRow("%s", qPrintable(all[i])) << i << all.sliced(i);
    }

    void levelHidesWhatIsBelow()
    {
        QFETCH(int, level);
        QFETCH(QStringList, levels);
        const QStringList lines = linesOf([&] {
            start(Level(level), Form::Text);
            sayAll();
        });
        QCOMPARE(lines.size(), levels.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QCOMPARE(lines[i].section(u' ', 1, 1), levels[i]);
            QCOMPARE(lines[i].section(u' ', 2), QString(QStringLiteral("relay.sample: ") + levels[i][0]));
        }
    }

    void messagesWithoutCategoryAreOurs()
    {
        const QStringList lines = linesOf([] {
            start(Level::Info, Form::Text);
            qInfo("plain");
        });
        QCOMPARE(lines.value(0).section(u' ', 1), QStringLiteral("info relay: plain"));
    }

    void aLaterLevelReplacesTheFormerOne()
    {
        const QStringList lines = linesOf([] {
            start(Level::Error, Form::Text);
            sayAll();
            start(Level::Debug, Form::Text);
            sayAll();
        });
        QCOMPARE(lines.size(), 1 + 4);
    }

    void aFileThatWasMovedAwayIsMadeAnew()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("relay.log"));
        const QString moved = path + QStringLiteral(".1");
        const QStringList lines = linesOf([&] {
            start(Level::Info, Form::Text);
            QCOMPARE(writeTo(path), QString());
            qCInfo(lcSample) << "first";
            QVERIFY(QFile::rename(path, moved));
            qCInfo(lcSample) << "second";
            QCOMPARE(writeTo(path), QString());
            qCInfo(lcSample) << "third";
            QCOMPARE(writeTo({}), QString());
            qCInfo(lcSample) << "fourth";
        });
        QCOMPARE(wordsIn(moved), QStringList({ QStringLiteral("first"), QStringLiteral("second") }));
        QCOMPARE(wordsIn(path), QStringList({ QStringLiteral("third") }));
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.first().endsWith(QStringLiteral("fourth")));
    }

    void aFileIsAppendedToAndNotForEverybody()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("relay.log"));
        linesOf([&] {
            start(Level::Info, Form::Text);
            for (int i = 0; i < 2; ++i) {
                QCOMPARE(writeTo(path), QString());
                qCInfo(lcSample) << "word";
            }
            QCOMPARE(writeTo({}), QString());
        });
        QCOMPARE(wordsIn(path).size(), 2);
        QVERIFY(!(QFile::permissions(path) & QFile::ReadOther));
    }

    void withoutItsFileTheLogGoesToStandardError()
    {
        const QStringList lines = linesOf([] {
            start(Level::Info, Form::Text);
            const QString fault = writeTo(QStringLiteral("/nonexistent/relay.log"));
            QVERIFY2(fault.contains(QStringLiteral("/nonexistent/relay.log: No such file")), qPrintable(fault));
            qCInfo(lcSample) << "word";
        });
        QCOMPARE(lines.size(), 1);
    }

    void threadsDoNotMixTheirLines()
    {
        constexpr int kThreads = 4;
        constexpr int kMessages = 500;
        const QStringList lines = linesOf([] {
            start(Level::Info, Form::Json);
            std::vector<std::unique_ptr<QThread>> threads;
            for (int i = 0; i < kThreads; ++i) {
                threads.emplace_back(QThread::create([i] {
                    for (int n = 0; n < kMessages; ++n)
                        qCInfo(lcSample, "%s", QByteArray(200, char('a' + i)).constData());
                }));
                threads.back()->start();
            }
            for (const auto &thread : threads)
                thread->wait();
        });
        QCOMPARE(lines.size(), kThreads * kMessages);
        for (const QString &line : lines)
            QVERIFY2(line.startsWith(QStringLiteral("{\"category\"")) && line.endsWith(u'}'), qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(HandlerTest)
#include "tst_handler.moc"

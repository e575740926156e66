// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/journal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace relay::access;

namespace {

using Change = JournalEntry::Change;

JournalEntry deny(const char *booking, std::int64_t until = 100)
{
    return { Change::Deny, QString::fromUtf8(booking), until };
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void linesAreReadBack_data()
    {
        QTest::addColumn<QString>("booking");
        for (const char *booking : { "simple", "with blank", "new\nline", "quote\"", "\xc3\xa9\xe2\x82\xac", "" })
            QTest::newRow(booking) << QString::fromUtf8(booking);
    }

    void linesAreReadBack()
    {
        QFETCH(QString, booking);
        for (const Change change : { Change::Deny, Change::Allow }) {
            const QByteArray line = Journal::format({ change, booking, 1'800'000'000'000 });
            QVERIFY(!line.contains('\n'));
            const auto entry = Journal::parse(line);
            QVERIFY(entry);
            QVERIFY(entry->change == change);
            QCOMPARE(entry->key, booking);
            QCOMPARE(entry->until, std::int64_t(1'800'000'000'000));
        }
    }

    void aChangedLineIsNone()
    {
        const QByteArray line = Journal::format(deny("a"));
        for (qsizetype at = 0; at < line.size(); ++at) {
            QByteArray changed = line;
            changed[at] = char(changed[at] ^ 1);
            QVERIFY(!Journal::parse(changed));
            QVERIFY(!Journal::parse(line.first(at)));
        }
    }

    void whatWasAppendedIsThereAfterwards()
    {
        write({ deny("a"), deny("b", 200), { Change::Allow, QStringLiteral("a"), 0 } });
        const auto opened = reopened();
        QVERIFY(opened.error.isEmpty());
        QCOMPARE(opened.tornLines, 0);
        QCOMPARE(opened.entries.size(), std::size_t(3));
        QCOMPARE(opened.entries.at(1).until, std::int64_t(200));
        QVERIFY(opened.entries.at(2).change == Change::Allow);
    }

    void aLineThatWasTornAnywhereIsLeftOutAndNoOther()
    {
        write({ deny("first"), deny("second") });
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        const qsizetype start = whole.indexOf('\n', 2) + 1; // of the second line
        for (qsizetype size = start; size < whole.size() - 1; ++size) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(whole.first(size));
            file.close();
            {
                Journal journal;
                const auto opened = journal.open(m_dir->path());
                QCOMPARE(opened.entries.size(), std::size_t(1));
                QCOMPARE(opened.entries.front().key, QStringLiteral("first"));
                QVERIFY(journal.append(deny("third"))); // which a torn line before it does not spoil
            }
            QCOMPARE(reopened().entries.back().key, QStringLiteral("third"));
        }
    }

    void rewritingLeavesOnlyWhatIsGiven()
    {
        {
            Journal journal;
            QVERIFY(journal.open(m_dir->path()).error.isEmpty());
            for (int i = 0; i < 10; ++i)
                QVERIFY(journal.append(deny("a")));
            QVERIFY(journal.rewrite({ { { What::Booking, QStringLiteral("b") }, 300 } }));
            QCOMPARE(journal.lines(), std::size_t(1));
            QVERIFY(journal.append(deny("c")));
        }
        const auto opened = reopened();
        QCOMPARE(opened.entries.size(), std::size_t(2));
        QCOMPARE(opened.entries.at(0).key, QStringLiteral("b"));
        QCOMPARE(opened.entries.at(1).key, QStringLiteral("c"));
    }

    void nobodyElseMayReadIt()
    {
        const QString directory = m_dir->filePath(QStringLiteral("new/state"));
        Journal journal;
        QVERIFY(journal.open(directory).error.isEmpty());
        QCOMPARE(QFileInfo(directory).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(QFileInfo(directory + QStringLiteral("/deny.journal")).permissions()
                     & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void twoDoNotShareADirectory()
    {
        Journal first;
        QVERIFY(first.open(m_dir->path()).error.isEmpty());
        Journal second;
        QVERIFY(second.open(m_dir->path()).error.contains(QStringLiteral("another relayd")));
    }

    void aDirectoryThatCannotBeIsAnError()
    {
        QFile file(m_dir->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Journal journal;
        QVERIFY(
            journal.open(m_dir->filePath(QStringLiteral("file/state"))).error.contains(QStringLiteral("--state-dir")));
    }

    void aFullDiskIsNoticed()
    {
        Journal journal;
        QVERIFY(journal.open(m_dir->path()).error.isEmpty());
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before {};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit none { 0, before.rlim_max };
        setrlimit(RLIMIT_FSIZE, &none);
        const bool appended = journal.append(deny("a"));
        const bool rewritten = journal.rewrite({ { { What::Booking, QStringLiteral("a") }, 1 } });
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!appended);
        QVERIFY(!rewritten);
        QVERIFY(journal.rewrite({ { { What::Booking, QStringLiteral("a") }, 1 } }));
    }

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(QStringLiteral("deny.journal")); }

    void write(const std::vector<JournalEntry> &entries)
    {
        Journal journal;
        QVERIFY(journal.open(m_dir->path()).error.isEmpty());
        for (const JournalEntry &entry : entries)
            QVERIFY(journal.append(entry));
    }

    Journal::Opened reopened()
    {
        Journal journal;
        return journal.open(m_dir->path());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"

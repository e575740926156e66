// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/tokenfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace relay::client::session;

class TestTokenFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(QStringLiteral("token"));
    }

    void tokensAreOneWord()
    {
        QCOMPARE(std::get<QByteArray>(parseToken(" ey.x.y \r\n")), QByteArray("ey.x.y"));
        for (const QByteArray &bad : { QByteArray(), QByteArray(" \n"), QByteArray("Bearer ey.x.y"),
                                       QByteArray("ey\ney"), QByteArray("ey\0x", 4), QByteArray("\xc3\xaf") })
            QVERIFY(std::holds_alternative<QString>(parseToken(bad)));
    }

    void faultsNameTheFileAndNotWhatIsInIt()
    {
        TokenFile file(m_path);
        QVERIFY(std::get<QString>(file.read()).contains(m_path));
        write("two secrets");
        const QString fault = std::get<QString>(file.read());
        QVERIFY(fault.contains(m_path));
        QVERIFY(!fault.contains(QStringLiteral("secrets")));
    }

    void anotherTokenIsNoticed()
    {
        write("first\n");
        TokenFile file(m_path);
        QCOMPARE(std::get<QByteArray>(file.read()), QByteArray("first"));
        QSignalSpy changed(&file, &TokenFile::changed);
        write("second\n");
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(std::get<QByteArray>(file.read()), QByteArray("second"));
    }

    void aTokenThatReplacesTheOldOneIsNoticedEachTime()
    {
        write("first");
        TokenFile file(m_path);
        (void)file.read();
        for (const char *token : { "second", "third" }) {
            QSignalSpy changed(&file, &TokenFile::changed);
            const QString other = m_directory->filePath(QStringLiteral("new"));
            write(token, other);
            QCOMPARE(std::rename(qPrintable(other), qPrintable(m_path)), 0);
            QTRY_VERIFY(!changed.isEmpty());
            QCOMPARE(std::get<QByteArray>(file.read()), QByteArray(token));
        }
    }

    void aTokenThatComesLaterIsNoticed()
    {
        TokenFile file(m_path);
        QVERIFY(std::holds_alternative<QString>(file.read()));
        QSignalSpy changed(&file, &TokenFile::changed);
        write("at last");
        QVERIFY(!changed.wait(300)); // that is no token yet
        write("here");
        QTRY_VERIFY(!changed.isEmpty());
    }

    void theSameTokenWrittenAnewIsNoChange()
    {
        write("same");
        TokenFile file(m_path);
        (void)file.read();
        QSignalSpy changed(&file, &TokenFile::changed);
        write("same\n");
        QVERIFY(!changed.wait(300));
    }

private:
    void write(const QByteArray &text, const QString &path = {})
    {
        QFile file(path.isEmpty() ? m_path : path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestTokenFile)
#include "tst_tokenfile.moc"

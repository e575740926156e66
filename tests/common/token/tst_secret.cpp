// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/token/secret.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace relay::token;

class TestSecret : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLongOneIsTakenWithoutAWord()
    {
        const auto read = readSecret(file(QByteArray(32, 'x')));
        QVERIFY(std::holds_alternative<Secret>(read));
        QCOMPARE(std::get<Secret>(read).bytes, QByteArray(32, 'x'));
        QVERIFY(std::get<Secret>(read).warning.isEmpty());
    }

    void aShortOneIsTakenWithAWarningThatDoesNotTellIt()
    {
        const auto checked = checkSecret("abcdefgh", QStringLiteral("RELAY_SECRET"));
        QVERIFY(std::holds_alternative<Secret>(checked));
        const QString warning = std::get<Secret>(checked).warning;
        QVERIFY(warning.contains(QStringLiteral("RELAY_SECRET")));
        QVERIFY(!warning.contains(QStringLiteral("abc")));
    }

    void oneNewlineAtTheEndIsNotPartOfIt()
    {
        for (const char *end : { "", "\n", "\r\n" }) {
            const auto read = readSecret(file(QByteArray("secret ") + end));
            QCOMPARE(std::get<Secret>(read).bytes, QByteArray("secret "));
        }
        QCOMPARE(std::get<Secret>(readSecret(file("secret\n\n"))).bytes, QByteArray("secret\n"));
    }

    void unusableOnesAreRefused()
    {
        QVERIFY(std::holds_alternative<QString>(readSecret(file(""))));
        QVERIFY(std::holds_alternative<QString>(readSecret(file("\n"))));
        QVERIFY(std::holds_alternative<QString>(readSecret(file("abc"))));
        QVERIFY(std::holds_alternative<QString>(readSecret(file(QByteArray(64 * 1024 + 1, 'x')))));
        QVERIFY(std::holds_alternative<QString>(readSecret(m_dir.filePath(QStringLiteral("none")))));
        QVERIFY(std::holds_alternative<QString>(readSecret(m_dir.path())));
        QVERIFY(std::holds_alternative<QString>(checkSecret({}, QStringLiteral("RELAY_SECRET"))));
    }

    void aPipeIsRefusedAndNotWaitedFor()
    {
        const QString path = m_dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QVERIFY(std::holds_alternative<QString>(readSecret(path)));
    }

    void refusalsDoNotTellIt()
    {
        for (const auto &refused : { readSecret(file("hu!")), checkSecret("hu!", QStringLiteral("RELAY_SECRET")) })
            QVERIFY(!std::get<QString>(refused).contains(QStringLiteral("hu!")));
    }

    void wipingOverwritesWhatNobodyShares()
    {
        QByteArray own(100, 'x');
        const QByteArray shared = own;
        wipe(own);
        QVERIFY(own.isEmpty());
        QCOMPARE(shared, QByteArray(100, 'x'));
        wipe(own); // nothing left to do
        QByteArray literal = QByteArrayLiteral("read-only memory");
        wipe(literal);
        QVERIFY(literal.isEmpty());
    }

    void aFileThatEverybodyMayReadIsRefused()
    {
        const QString path = file(QByteArray(32, 'x'));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        QVERIFY(std::holds_alternative<Secret>(readSecret(path)));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadOther));
        const auto read = readSecret(path);
        QVERIFY(std::holds_alternative<QString>(read));
        QVERIFY(std::get<QString>(read).contains(QStringLiteral("chmod")));
    }

private:
    QString file(const QByteArray &content)
    {
        const QString path = m_dir.filePath(QStringLiteral("secret"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("no file for the test");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(content);
        return path;
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"

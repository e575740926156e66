// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/shell/protocol.h"

#include <QTest>

using namespace relay::shell;

class TestShellProtocol : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void idsAndNames_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isId");
        QTest::addColumn<bool>("isName");
        QTest::newRow("nothing") << QByteArray() << false << false;
        QTest::newRow("one letter") << QByteArray("x") << false << true;
        QTest::newRow("too short for an id") << QByteArray(21, 'x') << false << true;
        QTest::newRow("as short as an id may be") << QByteArray(22, 'x') << true << true;
        QTest::newRow("as long as may be") << QByteArray(64, 'x') << true << true;
        QTest::newRow("too long") << QByteArray(65, 'x') << false << false;
        QTest::newRow("all of base64url") << QByteArray("AZaz09-_AZaz09-_AZaz09") << true << true;
        QTest::newRow("a dot") << QByteArray("0123456789.0123456789012") << false << true;
        QTest::newRow("a slash") << QByteArray("0123456789/0123456789012") << false << false;
        QTest::newRow("padding") << QByteArray("0123456789012345678901==") << false << false;
        QTest::newRow("a line feed") << QByteArray("0123456789012345678901\n") << false << false;
        QTest::newRow("a zero byte") << QByteArray("0123456789012345678901\0", 23) << false << false;
        QTest::newRow("no ASCII") << QByteArray("0123456789012345678901\xc3\xa9") << false << false;
    }

    void idsAndNames()
    {
        QFETCH(QByteArray, text);
        QTEST(isResumeId(text), "isId");
        QTEST(isTargetName(text), "isName");
    }
};

QTEST_GUILESS_MAIN(TestShellProtocol)
#include "tst_shellprotocol.moc"

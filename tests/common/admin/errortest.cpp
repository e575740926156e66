// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/error.h"

#include <QSet>
#include <QtTest>

using namespace relay::admin;

class ErrorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAndCodesAreTheProtocols_data();
    void namesAndCodesAreTheProtocols();
};

void ErrorTest::namesAndCodesAreTheProtocols_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, ErrorClass kind, int code) { QTest::newRow(name) << int(kind) << code; };
    row("ParseError", ErrorClass::ParseError, -32700);
    row("InvalidRequest", ErrorClass::InvalidRequest, -32600);
    row("MethodNotFound", ErrorClass::MethodNotFound, -32601);
    row("InvalidParams", ErrorClass::InvalidParams, -32602);
    row("NotOpen", ErrorClass::NotOpen, -32001);
    row("UnknownProtocol", ErrorClass::UnknownProtocol, -32002);
    row("NotPermitted", ErrorClass::NotPermitted, -32003);
    row("NotFound", ErrorClass::NotFound, -32004);
    row("Gone", ErrorClass::Gone, -32005);
    row("Conflict", ErrorClass::Conflict, -32006);
    row("LimitReached", ErrorClass::LimitReached, -32007);
    row("Busy", ErrorClass::Busy, -32008);
    row("Stale", ErrorClass::Stale, -32009);
    row("InvalidFilter", ErrorClass::InvalidFilter, -32010);
}

void ErrorTest::namesAndCodesAreTheProtocols()
{
    QFETCH(int, kind);
    QTEST(errorCode(ErrorClass(kind)), "code");
    QCOMPARE(QString(errorName(ErrorClass(kind))), QString::fromLatin1(QTest::currentDataTag()));
}

QTEST_GUILESS_MAIN(ErrorTest)
#include "errortest.moc"

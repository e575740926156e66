// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/response.h"

#include <QDateTime>
#include <QLocale>
#include <QtTest>

using namespace relay::http;

class ResponseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWholeAndClosesTheConnection();
    void headHasTheLengthButNoBody();
    void extraHeadersStandBeforeTheEmptyLine();
    void refusalSaysWhy();
    void dateIsInEnglishAndNow();
    void statusesThatWeSendHaveTheirPhrase_data();
    void statusesThatWeSendHaveTheirPhrase();
};

void ResponseTest::isWholeAndClosesTheConnection()
{
    const QByteArray bytes = response(200, "text/html; charset=utf-8", "<p>hello");
    QVERIFY(bytes.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(bytes.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"));
    QVERIFY(bytes.contains("\r\nContent-Length: 8\r\n"));
    QVERIFY(bytes.contains("\r\nConnection: close\r\n"));
    QVERIFY(bytes.contains("\r\nX-Content-Type-Options: nosniff\r\n"));
    QVERIFY(!bytes.contains("\r\nServer:"));
    QVERIFY(bytes.endsWith("\r\n\r\n<p>hello"));
}

void ResponseTest::headHasTheLengthButNoBody()
{
    const QByteArray bytes = response(200, "text/plain", "hello", {}, false);
    QVERIFY(bytes.contains("\r\nContent-Length: 5\r\n"));
    QVERIFY(bytes.endsWith("\r\n\r\n"));
}

void ResponseTest::extraHeadersStandBeforeTheEmptyLine()
{
    const QByteArray bytes = response(405, "text/plain", "x", "Allow: GET\r\nRetry-After: 1\r\n");
    QVERIFY(bytes.contains("\r\nAllow: GET\r\nRetry-After: 1\r\n\r\nx"));
    QCOMPARE(bytes.count("\r\n\r\n"), 1);
}

void ResponseTest::refusalSaysWhy()
{
    const QByteArray bytes = refusal(431, "The head is too long.");
    QVERIFY(bytes.startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n"));
    QVERIFY(bytes.contains("\r\nContent-Type: text/plain; charset=utf-8\r\n"));
    QVERIFY(bytes.endsWith("\r\n\r\nThe head is too long.\n"));
    QVERIFY(bytes.contains("\r\nContent-Length: 22\r\n"));
}

void ResponseTest::dateIsInEnglishAndNow()
{
    QLocale::setDefault(QLocale(QLocale::German));
    const QByteArray bytes = response(200, "text/plain", "");
    const qsizetype start = bytes.indexOf("\r\nDate: ") + 8;
    const QString date = QString::fromLatin1(bytes.sliced(start, bytes.indexOf("\r\n", start) - start));
    const QRegularExpression form(QStringLiteral(
        "^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$"));
    QVERIFY2(form.match(date).hasMatch(), qPrintable(date));
    const QDateTime told = QDateTime::fromString(date, Qt::RFC2822Date);
    const QDateTime read
        = told.isValid() ? told : QLocale::c().toDateTime(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    QVERIFY(read.isValid());
    const QDateTime utc(read.date(), read.time(), Qt::UTC);
    QVERIFY(qAbs(utc.secsTo(QDateTime::currentDateTimeUtc())) <= 5);
}

void ResponseTest::statusesThatWeSendHaveTheirPhrase_data()
{
    QTest::addColumn<int>("status");
    for (const int status : { 200, 400, 403, 404, 405, 408, 411, 414, 415, 417, 426, 431, 500, 501, 503, 505 })
        QTest::addRow("%d", status) << status;
}

void ResponseTest::statusesThatWeSendHaveTheirPhrase()
{
    QFETCH(int, status);
    const QByteArray line = response(status, "text/plain", "").split('\r').first();
    QVERIFY2(!line.endsWith(" Status") && line.size() > 13, line.constData());
}

QTEST_APPLESS_MAIN(ResponseTest)
#include "tst_response.moc"

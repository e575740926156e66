// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/ordertarget.h"

#include <QJsonDocument>
#include <QtTest>

using namespace relay::admin;

//! Whom or what orders are about, for programs and for people.
class OrderTargetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void haveAKindAndAName_data();
    void haveAKindAndAName();
};

void OrderTargetTest::haveAKindAndAName_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *params, const char *kind, const char *name, const char *text) {
        QTest::newRow(text) << QByteArray(params) << QString::fromLatin1(kind) << QString::fromLatin1(name)
                            << QString::fromLatin1(text);
    };
    row(R"({"ids":[7]})", "connection", "7", "connection 7");
    row(R"({"ids":[7,8,9]})", "connections", "3", "3 connections");
    row(R"({"bookingId":"b1"})", "booking", "b1", "booking b1");
    row(R"({"cidr":"192.0.2.0/24"})", "addresses", "192.0.2.0/24", "addresses 192.0.2.0/24");
    row(R"({"filter":"topic:crowd"})", "filter", "topic:crowd", "all that match topic:crowd");
    row(R"({"filter":"ALL"})", "everybody", "ALL", "all that match ALL");
    row(R"({"category":"relay.hub","level":"debug"})", "log", "relay.hub", "log relay.hub");
    row(R"({"connection":7,"tap":"t"})", "connection", "7", "connection 7");
    row(R"({"id":"address:192.0.2.7"})", "", "address:192.0.2.7", "address:192.0.2.7");
    row(R"({"deadlineMs":5})", "", "", "");
}

void OrderTargetTest::haveAKindAndAName()
{
    QFETCH(const QByteArray, params);
    const OrderTarget target = targetOf(QJsonDocument::fromJson(params).object());
    QTEST(target.kind, "kind");
    QTEST(target.name, "name");
    QTEST(target.text(), "text");
}

QTEST_GUILESS_MAIN(OrderTargetTest)
#include "ordertargettest.moc"

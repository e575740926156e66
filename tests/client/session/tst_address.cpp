// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/address.h"

#include <QTest>

using namespace relay::client::session;

namespace {

Address address(const char *url)
{
    const auto parsed = parseAddress(QString::fromLatin1(url));
    return std::holds_alternative<Address>(parsed) ? std::get<Address>(parsed) : Address();
}

} // namespace

class TestAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addressesAreTakenApart()
    {
        QCOMPARE(address("ws://relay.example/in/demo"),
                 (Address { false, QStringLiteral("relay.example"), 80, "/in/demo", "relay.example" }));
        QCOMPARE(
            address("wss://relay.example:9443/session/a%20b?code=x&y"),
            (Address { true, QStringLiteral("relay.example"), 9443, "/session/a%20b?code=x&y", "relay.example:9443" }));
        QCOMPARE(address("wss://[::1]:443"), (Address { true, QStringLiteral("::1"), 443, "/", "[::1]" }));
    }

    void otherThingsAreNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "", "demo", "http://relay.example/", "ws://", "ws:///in", "ws://user:pass@host/",
                                  "ws://host/#part", "ws://host:99999/", "ws://a b/" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void otherThingsAreNone()
    {
        QFETCH(QString, text);
        QVERIFY(std::holds_alternative<QString>(parseAddress(text)));
    }
};

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"

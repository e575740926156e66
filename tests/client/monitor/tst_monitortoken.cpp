// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/monitortoken.h"

#include "common/token/jwt.h"

#include <QTest>

using namespace relay;
using namespace relay::client::monitor;

class TestMonitorToken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    //! The token that the monitors before this one make.
    void isTheSameAsEver()
    {
        const TokenTerms terms { u"https://app.practable.io/ed0/access"_qs, u"canary-st-data"_qs, "xxx000", {} };
        QCOMPARE(monitorToken(terms, 1'658'306'108),
                 QByteArray("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                            "eyJib29raW5nX2lkIjoicmVsYXktbW9uaXRvciIsInRvcGljIjoiY2FuYXJ5LXN0LWRhdGEiLCJwcmVmaXgiOiJz"
                            "ZXNzaW9uIiwic2NvcGVzIjpbInJlYWQiLCJ3cml0ZSJdLCJhdWQiOlsiaHR0cHM6Ly9hcHAucHJhY3RhYmxlLmlv"
                            "L2VkMC9hY2Nlc3MiXSwiZXhwIjoxNjU4MzA2MTA4LCJuYmYiOjE2NTgzMDYxMDcsImlhdCI6MTY1ODMwNjEwOH0."
                            "ScP6fv_ddXs0iQ2WY6oMGafgTKv7bZsp_0sVbHe7CNY"));
    }

    void holdsAsLongAsItsConnection()
    {
        const TokenTerms terms { u"https://a.example"_qs, u"t"_qs, "a secret", std::chrono::hours(24) };
        const QByteArray token = monitorToken(terms, 1000);
        const token::Acceptance acceptance { .secrets = { "a secret" } };
        const auto isValidAt = [&](std::int64_t second) {
            return std::holds_alternative<token::Claims>(token::verify(token, acceptance, second * 1000));
        };
        QVERIFY(isValidAt(1000));
        QVERIFY(isValidAt(1000 + 24 * 3600 - 1));
        QVERIFY(!isValidAt(1000 + 24 * 3600));
    }
};

QTEST_GUILESS_MAIN(TestMonitorToken)
#include "tst_monitortoken.moc"

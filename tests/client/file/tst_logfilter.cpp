// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/logfilter.h"

#include <QTest>

using namespace relay::client::file;

namespace {

LogFilter filterOf(const char *script)
{
    LogFilter filter;
    for (const Step &step : parseScript(script).steps)
        filter.apply(std::get<FilterChange>(step));
    return filter;
}

} // namespace

class TestLogFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutPatternsEverythingPasses() { QVERIFY(LogFilter().passes(QStringLiteral("anything"))); }

    void onlyWhatIsAcceptedPasses()
    {
        const LogFilter filter = filterOf("|+> [a-h]\n|+> ^z");
        QVERIFY(filter.passes(QStringLiteral("back")));
        QVERIFY(filter.passes(QStringLiteral("zoo")));
        QVERIFY(!filter.passes(QStringLiteral("tool")));
    }

    void whatIsDeniedDoesNotPassEvenWhenAccepted()
    {
        const LogFilter filter = filterOf("|+> [a-h]\n|-> [0-9]");
        QVERIFY(filter.passes(QStringLiteral("back")));
        QVERIFY(!filter.passes(QStringLiteral("back2")));
    }

    void aFilterThatOnlyDeniesLetsNothingThrough() { QVERIFY(!filterOf("|-> [0-9]").passes(QStringLiteral("back"))); }

    void aResetLetsEverythingThroughAgain() { QVERIFY(filterOf("|-> [0-9]\n|r>").passes(QStringLiteral("back2"))); }
};

QTEST_GUILESS_MAIN(TestLogFilter)
#include "tst_logfilter.moc"

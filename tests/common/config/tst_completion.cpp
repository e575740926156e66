// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/completion.h"

#include <QTest>

using namespace relay::config;

namespace {

OptionTable tableOf(std::vector<OptionSpec> options)
{
    OptionTable table;
    table.options = std::move(options);
    table.hasFile = false;
    return table;
}

QString scriptOf(std::vector<OptionSpec> options)
{
    return bashCompletion(u"prog"_qs, { { {}, tableOf(std::move(options)) } });
}

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theValueOfAnOptionSaysWhatIsOffered()
    {
        const QString script
            = scriptOf({ { .name = u"log"_qs, .help = {}, .valueName = u"FILE"_qs },
                         { .name = u"state"_qs, .help = {}, .valueName = u"DIRECTORY"_qs },
                         { .name = u"level"_qs, .help = {}, .choices = { u"low"_qs, u"high"_qs } },
                         { .name = u"count"_qs, .help = {}, .kind = Kind::Integer },
                         { .name = u"quiet"_qs, .help = {}, .kind = Kind::Boolean },
                         { .name = u"colour"_qs, .help = {}, .kind = Kind::Boolean, .defaultValue = u"true"_qs },
                         { .name = u"secret"_qs, .help = {}, .isSecret = true } });
        QVERIFY(script.contains(u"flags='--help --log --state --level --count --quiet --no-colour' "));
        QVERIFY(script.contains(u"--log) kind='file' ;;"));
        QVERIFY(script.contains(u"--state) kind='directory' ;;"));
        QVERIFY(script.contains(u"--level) kind='words' values='low high' ;;"));
        QVERIFY(script.contains(u"--count) kind='nothing' ;;"));
        QVERIFY(!script.contains(u"secret"));
        QVERIFY(script.endsWith(u"complete -F _prog prog\n"));
    }

    void nothingThatAShellWouldRunGetsIn()
    {
        const QString script = scriptOf(
            { { .name = u"as"_qs, .help = {}, .choices = { u"$(reboot)"_qs, u"a'b"_qs, u"good"_qs, u"*"_qs } } });
        QVERIFY(script.contains(u"values='good' ;;"));
        QVERIFY(!script.contains(u"reboot"));
    }

    void ofTwoTablesTheFirstDecides()
    {
        const OptionTable both
            = merged(tableOf({ { .name = u"a"_qs, .help = u"first"_qs } }),
                     tableOf({ { .name = u"a"_qs, .help = u"second"_qs }, { .name = u"b"_qs, .help = {} } }));
        QCOMPARE(both.options.size(), std::size_t(2));
        QCOMPARE(both.options.front().help, u"first"_qs);
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"

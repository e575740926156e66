// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/player.h"
#include "client/file/replay.h"

#include <QSignalSpy>
#include <QTest>

using namespace relay::client::file;

namespace {

struct Stage
{
    explicit Stage(const char *text)
        : player(parseScript(text).steps, [this](const QString &line) {
            if (!isConnected)
                return false;
            said.append(line);
            return true;
        })
    {
    }

    bool isConnected = true;
    QStringList said;
    Player player;
};

} // namespace

class TestPlayer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesAreSaidInOrder()
    {
        Stage stage("one\n[10ms] two\n[5ms]\nthree");
        QSignalSpy finished(&stage.player, &Player::finished);
        stage.player.start();
        QVERIFY(finished.wait());
        QCOMPARE(stage.said.join(u' '), QStringLiteral("one two three"));
    }

    void aConditionIsMetByTheLastMessageItNeeds()
    {
        Stage stage("<'a',2,1h> met");
        stage.player.start();
        stage.player.heard(QStringLiteral("a"));
        stage.player.heard(QStringLiteral("b"));
        QVERIFY(stage.said.isEmpty());
        stage.player.heard(QStringLiteral("aa"));
        QCOMPARE(stage.said, QStringList(QStringLiteral("met")));
        stage.player.heard(QStringLiteral("a")); // nobody waits for it any more
        QCOMPARE(stage.said.size(), 1);
    }

    void aConditionEndsByItself()
    {
        Stage stage("<'a',1,20ms> anyway");
        stage.player.start();
        QTRY_COMPARE(stage.said, QStringList(QStringLiteral("anyway")));
    }

    void whatCannotBeSaidNowIsSaidFirstLater()
    {
        Stage stage("one\ntwo");
        QSignalSpy finished(&stage.player, &Player::finished);
        stage.isConnected = false;
        stage.player.start();
        QVERIFY(stage.said.isEmpty());
        stage.isConnected = true;
        stage.player.resume();
        QCOMPARE(stage.said.join(u' '), QStringLiteral("one two"));
        QCOMPARE(finished.size(), 1);
    }

    void remarksAndFiltersAreNotSaid()
    {
        Stage stage("#+ note\n|+> x\n# no note");
        const QSignalSpy remarks(&stage.player, &Player::remark);
        stage.player.start();
        QVERIFY(stage.said.isEmpty());
        QCOMPARE(remarks.size(), 1);
        QVERIFY(!stage.player.filter().passes(QStringLiteral("abc")));
    }

    void aRecordingKeepsItsTimes()
    {
        const QByteArray text = "[2022-03-13T19:15:32Z] one\n[2022-03-13T19:15:33.5Z] two\nno time\n";
        const Script script = scriptOfRecording(text, 3);
        QCOMPARE(script.steps.size(), std::size_t(3));
        QCOMPARE(std::get<Delay>(script.steps.at(1)).time.count(), qint64(500'000'000));
        QCOMPARE(std::get<Sending>(script.steps.at(2)).text, QStringLiteral("two"));
        QCOMPARE(script.faults.size(), std::size_t(1));
        QCOMPARE(scriptOfRecording(text, 0).steps.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestPlayer)
#include "tst_player.moc"

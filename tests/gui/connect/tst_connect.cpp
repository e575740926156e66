// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connect/place.h"
#include "gui/connect/sshcommand.h"
#include "gui/connect/sshwords.h"
#include "gui/dialogs/connectdialog.h"
#include "gui/views/keybutton.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

using namespace relay::gui;

namespace {

Place laboratory()
{
    return { .host = QStringLiteral("relay-1.lab"),
             .user = QStringLiteral("anna"),
             .port = 2222,
             .keyFile = QStringLiteral("/home/anna/.ssh/lab key"),
             .socketPath = QStringLiteral("/run/relay/admin-lab.sock") };
}

Place onThisComputer(const QString &socket)
{
    Place place;
    place.socketPath = socket;
    return place;
}

Place onHost(const QString &host, int port = 0)
{
    Place place;
    place.host = host;
    place.port = port;
    return place;
}

} // namespace

//! Where a relay is, how ssh gets there, and the dialog that asks for it.
class TestConnect : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlaceIsItsText_data();
    void aPlaceIsItsText();
    void takesHostsAsPeopleWriteThem();
    void refusesWhatSshWouldTakeForAnOption_data();
    void refusesWhatSshWouldTakeForAnOption();
    void sshAsksNothingAndEndsWhenItCannot();
    void pathsReachSshAsTheyAre();
    void putsIntoWordsWhatSshSays_data();
    void putsIntoWordsWhatSshSays();
    void theDialogOffersWhatIsThere();
    void theDialogSaysWhatIsWrong();
    void theDialogFillsInAKnownHost();

private:
    Theme m_theme;
};

void TestConnect::aPlaceIsItsText_data()
{
    QTest::addColumn<Place>("place");
    QTest::newRow("all of it") << laboratory();
    QTest::newRow("the usual local one") << Place {};
    QTest::newRow("a local socket") << onThisComputer(QStringLiteral("/run/user/1000/relay/admin-a b%.sock"));
    QTest::newRow("only a host") << onHost(QStringLiteral("relay-1.lab"));
    QTest::newRow("an address") << onHost(QStringLiteral("2001:db8::1"), 22);
}

void TestConnect::aPlaceIsItsText()
{
    QFETCH(const Place, place);
    const auto back = Place::fromText(place.text());
    QVERIFY2(back.has_value(), qPrintable(place.text()));
    QCOMPARE(back->text(), place.text());
    QVERIFY(*back == place);
}

void TestConnect::takesHostsAsPeopleWriteThem()
{
    const auto place = Place::fromText(QStringLiteral("anna@relay-1.lab:2222/run/x.sock"));
    QVERIFY(place.has_value());
    QCOMPARE(place->user, QStringLiteral("anna"));
    QCOMPARE(place->host, QStringLiteral("relay-1.lab"));
    QCOMPARE(place->port, 2222);
    QCOMPARE(place->socketPath, QStringLiteral("/run/x.sock"));
    QCOMPARE(place->name(), QStringLiteral("anna@relay-1.lab:2222"));
    for (const char *bad :
         { "", "anna@", "http://relay-1.lab", "ssh://a:secret@b", "relay-1.lab:99999", "-oProxyCommand=x" })
        QVERIFY2(!Place::fromText(QString::fromLatin1(bad)), bad);
}

void TestConnect::refusesWhatSshWouldTakeForAnOption_data()
{
    QTest::addColumn<Place>("place");
    Place place = laboratory();
    place.host = QStringLiteral("-oProxyCommand=true");
    QTest::newRow("host") << place;
    place = laboratory();
    place.host = QStringLiteral("a b");
    QTest::newRow("host with a blank") << place;
    place = laboratory();
    place.user = QStringLiteral("-v");
    QTest::newRow("user") << place;
    place = laboratory();
    place.port = -1;
    QTest::newRow("port") << place;
    place = laboratory();
    place.socketPath = QStringLiteral("relative");
    QTest::newRow("relative socket") << place;
    place.socketPath = QStringLiteral("/run/${HOME}");
    QTest::newRow("socket with a variable") << place;
    place.socketPath = QStringLiteral("/run/a\nb");
    QTest::newRow("socket with a line end") << place;
    place = laboratory();
    place.keyFile = QStringLiteral("key");
    QTest::newRow("relative key") << place;
    QTest::newRow("a local path that is too long") << onThisComputer(QLatin1Char('/') + QString(107, QLatin1Char('x')));
}

void TestConnect::refusesWhatSshWouldTakeForAnOption()
{
    QFETCH(const Place, place);
    QVERIFY(!place.problem().isEmpty());
    QVERIFY(laboratory().problem().isEmpty());
}

void TestConnect::sshAsksNothingAndEndsWhenItCannot()
{
    const QStringList arguments = sshArguments(laboratory(), QStringLiteral("/tmp/x/s"));
    for (const char *option : { "BatchMode=yes", "ExitOnForwardFailure=yes", "StreamLocalBindUnlink=yes",
                                "StreamLocalBindMask=0177", "ControlMaster=no", "PermitLocalCommand=no" }) {
        const auto at = arguments.indexOf(QString::fromLatin1(option));
        QVERIFY2(at > 0 && arguments.at(at - 1) == QLatin1String("-o"), option);
    }
    QVERIFY(arguments.contains(QStringLiteral("-N")));
    QCOMPARE(arguments.at(arguments.indexOf(QStringLiteral("-L")) + 1),
             QStringLiteral("/tmp/x/s:/run/relay/admin-lab.sock"));
    QCOMPARE(arguments.at(arguments.indexOf(QStringLiteral("-l")) + 1), QStringLiteral("anna"));
    QCOMPARE(arguments.at(arguments.indexOf(QStringLiteral("-p")) + 1), QStringLiteral("2222"));
    QCOMPARE(arguments.at(arguments.indexOf(QStringLiteral("-i")) + 1), QStringLiteral("/home/anna/.ssh/lab key"));
    QCOMPARE(arguments.mid(arguments.size() - 2), QStringList({ QStringLiteral("--"), QStringLiteral("relay-1.lab") }));
    QVERIFY(sshArguments(Place {}, QStringLiteral("/tmp/x/s")).isEmpty());
}

void TestConnect::pathsReachSshAsTheyAre()
{
    Place place = laboratory();
    place.socketPath.clear();
    QStringList arguments = sshArguments(place, QStringLiteral("/s"));
    QCOMPARE(arguments.at(arguments.indexOf(QStringLiteral("-L")) + 1), QStringLiteral("/s:/run/relay/admin.sock"));
    place.socketPath = QStringLiteral("/run/a:b%h\\c");
    arguments = sshArguments(place, QStringLiteral("/s"));
    QCOMPARE(arguments.at(arguments.indexOf(QStringLiteral("-L")) + 1), QStringLiteral("/s:/run/a\\:b%%h\\\\c"));
}

void TestConnect::putsIntoWordsWhatSshSays_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *said, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(said) << QString::fromLatin1(words);
    };
    row("unknown host key", "No ED25519 host key is known for x.\nHost key verification failed.\n", "compare the key");
    row("changed host key", "@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.\n",
        "another host key");
    row("name", "ssh: Could not resolve hostname relay-1.lab: Name or service not known\n",
        "There is no host relay-1.lab");
    row("key", "anna@relay-1.lab: Permission denied (publickey).\n", "none of your keys");
    row("port", "ssh: connect to host relay-1.lab port 2222: Connection refused\n", "no ssh connections at this port");
    row("away", "ssh: connect to host relay-1.lab port 2222: Connection timed out\n", "does not answer");
    row("no socket", "channel 1: open failed: connect failed: open failed\n",
        "/run/relay/admin-lab.sock cannot be opened");
    row("forbidden", "channel 1: open failed: administratively prohibited: open failed\n", "AllowStreamLocalForwarding");
    row("something else", "kex_exchange_identification: read: Odd\n", "says: kex_exchange_identification: read: Odd");
    row("nothing", "", "The ssh connection to relay-1.lab ended.");
}

void TestConnect::putsIntoWordsWhatSshSays()
{
    QFETCH(const QString, said);
    QFETCH(const QString, words);
    const QString sentence = sshFailure(laboratory(), said);
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QCOMPARE(sshByHand(laboratory()), QStringLiteral("ssh -p 2222 anna@relay-1.lab"));
}

void TestConnect::theDialogOffersWhatIsThere()
{
    const QStringList sockets { QStringLiteral("/run/relay/admin.sock"), QStringLiteral("/run/relay/admin-lab.sock") };
    dialogs::ConnectDialog dialog(sockets, {}, m_theme);
    dialog.show();
    auto *socket = dialog.findChild<QComboBox *>(QStringLiteral("socket"));
    QCOMPARE(socket->count(), 2);
    QVERIFY(socket->isEnabled());
    QVERIFY(!dialog.findChild<QLineEdit *>(QStringLiteral("user"))->isEnabled());
    socket->setCurrentIndex(1);
    dialog.accept();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.place().socketPath, sockets.at(1));
    QVERIFY(!dialog.place().isRemote());
    dialogs::ConnectDialog none({}, {}, m_theme);
    QVERIFY(none.findChild<QRadioButton *>(QStringLiteral("remote"))->isChecked()); // nothing here: another computer
}

void TestConnect::theDialogSaysWhatIsWrong()
{
    dialogs::ConnectDialog dialog({}, {}, m_theme);
    dialog.show();
    auto *problem = dialog.findChild<QLabel *>(QStringLiteral("problem"));
    QVERIFY(!problem->isVisible()); // not before somebody tried
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QVERIFY(problem->isVisible() && !problem->text().isEmpty());
    auto *host = dialog.findChild<QComboBox *>(QStringLiteral("host"));
    QTest::keyClicks(host->lineEdit(), QStringLiteral("anna@relay-1.lab"));
    QVERIFY(!problem->isVisible());
    auto *port = dialog.findChild<QLineEdit *>(QStringLiteral("port"));
    QTest::keyClicks(port, QStringLiteral("many"));
    QVERIFY(problem->text().contains(QStringLiteral("port")));
    port->clear();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.place().user, QStringLiteral("anna"));
    QCOMPARE(dialog.place().host, QStringLiteral("relay-1.lab"));
}

void TestConnect::theDialogFillsInAKnownHost()
{
    dialogs::ConnectDialog dialog({}, { laboratory(), onThisComputer(QStringLiteral("/x")) }, m_theme);
    dialog.show();
    auto *host = dialog.findChild<QComboBox *>(QStringLiteral("host"));
    QCOMPARE(host->count(), 1); // a local one is no host
    QCOMPARE(host->itemText(0), QStringLiteral("anna@relay-1.lab:2222"));
    QVERIFY(host->currentText().isEmpty());
    host->setFocus();
    QTest::keyClick(host, Qt::Key_Down);
    QVERIFY(dialog.place() == laboratory());
}

QTEST_MAIN(TestConnect)
#include "tst_connect.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/addresses.h"
#include "gui/models/alertwords.h"
#include "gui/models/format.h"
#include "gui/models/happeningtext.h"
#include "gui/models/happeningwords.h"
#include "server/access/refusal.h"
#include "server/admin/methods.h"
#include "tests/gui/models/happeningrows.h"

#include <QJsonDocument>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;

namespace {

const QString kFallback = QStringLiteral("as relayd wrote it");

QJsonObject object(const QByteArray &members)
{
    return QJsonDocument::fromJson('{' + members + '}').object();
}

QString said(const char *code, const QByteArray &members)
{
    return format::unmarked(happeningText(QString::fromLatin1(code), object(members), kFallback));
}

//! As long as it is there, the language of the window.
class Spoken
{
public:
    explicit Spoken(const char *language)
        : isThere(m_translator.load(QStringLiteral(":/i18n/relay_") + QLatin1String(language)))
    {
        QCoreApplication::installTranslator(&m_translator);
    }

private:
    QTranslator m_translator;

public:
    const bool isThere;
};

} // namespace

//! What relayd tells, in the window's words and language.
class TestHappeningText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void eachCodeHasASentence_data();
    void eachCodeHasASentence();
    void aSentenceNeedsAllOfItsData_data();
    void aSentenceNeedsAllOfItsData();
    void whatIsNotKnownIsSaidByTheRelay();
    void reasonsOfOrdersAreTold();
    void addressesAreMasked();
    void namesAreKeptLeftToRight();
    void eachLanguageSaysEach_data();
    void eachLanguageSaysEach();
    void pluralsOfOtherLanguages();
    void theServersWordsAreKnown();
    void targetsAreSaid();
    void alertsAreSaidByTheirRule();
};

void TestHappeningText::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestHappeningText::cleanup()
{
    addresses::setMasked(false);
}

void TestHappeningText::eachCodeHasASentence_data()
{
    QTest::addColumn<int>("row");
    for (int row = 0; row < kRows.size(); ++row)
        QTest::newRow(kRows.at(row).english) << row;
}

void TestHappeningText::eachCodeHasASentence()
{
    QFETCH(const int, row);
    const Spoken english("en");
    QVERIFY(english.isThere);
    const Row &each = kRows.at(row);
    QCOMPARE(said(each.code, each.data), QString::fromLatin1(each.english));
    QVERIFY(happening::kindWord(QString::fromLatin1(each.code)) != QLatin1String(each.code));
}

void TestHappeningText::aSentenceNeedsAllOfItsData_data()
{
    eachCodeHasASentence_data();
}

void TestHappeningText::aSentenceNeedsAllOfItsData()
{
    QFETCH(const int, row);
    const Row &each = kRows.at(row);
    QCOMPARE(said(each.code, {}), kFallback);
    const QJsonObject data = object(each.data);
    const QString whole = happeningText(QString::fromLatin1(each.code), data, kFallback);
    int needed = 0;
    for (const QString &name : data.keys()) {
        QJsonObject other = data;
        other.insert(name, QJsonArray()); // of no type that a sentence takes
        const QString text = happeningText(QString::fromLatin1(each.code), other, kFallback);
        QVERIFY2(text == whole || text == kFallback, qPrintable(name + QLatin1String(": ") + text));
        needed += text == kFallback ? 1 : 0;
    }
    QVERIFY(needed > 0);
}

void TestHappeningText::whatIsNotKnownIsSaidByTheRelay()
{
    QCOMPARE(said("something-new", kReader), kFallback);
    QCOMPARE(happening::kindWord(QStringLiteral("something-new")), QStringLiteral("something-new"));
    QCOMPARE(happening::actionWord(QStringLiteral("shells.close")), QStringLiteral("shells.close"));
    QCOMPARE(said("deny", kOrder + R"(,"action":"deny.everything")"), kFallback);
    QCOMPARE(said("kick", kJob + R"(,"kind":"kick","state":"paused")"), kFallback);
    QCOMPARE(said("alert-raised", R"("metric":"new","threshold":1,"value":2,"isBelow":false)"), kFallback);
    QCOMPARE(said("started", R"("version":"0.0.9")"), kFallback); // an older relayd
}

void TestHappeningText::reasonsOfOrdersAreTold()
{
    QByteArray order = kOrder + R"(,"action":"connections.kick")";
    order.replace(R"("reason":"")", R"("reason":"maintenance %1")");
    QCOMPARE(said("kick", order), QStringLiteral("Kicked by ann: connection 7 (maintenance %1)"));
}

void TestHappeningText::addressesAreMasked()
{
    const QByteArray order = R"("action":"deny.add","user":"ann","reason":"scans from 203.0.113.87",)"
                             R"("target":"address 203.0.113.87","targetKind":"address","targetName":"203.0.113.87")";
    QCOMPARE(said("deny", order), QStringLiteral("Denied by ann: address 203.0.113.87 (scans from 203.0.113.87)"));
    addresses::setMasked(true);
    QCOMPARE(said("deny", order), QStringLiteral("Denied by ann: address 203.0.113.x (scans from 203.0.113.x)"));
    QCOMPARE(happeningText(QStringLiteral("new"), {}, QStringLiteral("203.0.113.87 is new")),
             QStringLiteral("203.0.113.x is new"));
}

void TestHappeningText::namesAreKeptLeftToRight()
{
    const QString text = happeningText(QStringLiteral("slow-reader"), object(kReader), kFallback);
    QVERIFY2(text.contains(QStringLiteral("\u2066demo\u2069")), qPrintable(text));
}

void TestHappeningText::eachLanguageSaysEach_data()
{
    eachCodeHasASentence_data();
}

void TestHappeningText::eachLanguageSaysEach()
{
    QFETCH(const int, row);
    const Row &each = kRows.at(row);
    QStringList all { QString::fromLatin1(each.english) };
    for (const char *language : { "de", "ar" }) {
        const Spoken spoken(language);
        QVERIFY(spoken.isThere);
        const QString text = said(each.code, each.data);
        QVERIFY2(!all.contains(text) && text != kFallback && !text.contains(QLatin1Char('%') + QString::number(1)),
                 qPrintable(text));
        all.append(text);
    }
}

void TestHappeningText::pluralsOfOtherLanguages()
{
    const auto opened = [](int count) { return said("topic-opened", R"("count":)" + QByteArray::number(count)); };
    {
        const Spoken german("de");
        QCOMPARE(said("topic-opened", R"("topic":"/out/demo","count":1)"), QStringLiteral("Topic demo geöffnet"));
        QCOMPARE(opened(37), QStringLiteral("37 Topics geöffnet"));
        QCOMPARE(said("certificate", R"("days":1,"isOver":false)"),
                 QStringLiteral("Das TLS-Zertifikat läuft in 1 Tag ab"));
    }
    const Spoken arabic("ar");
    QCOMPARE(opened(2), QStringLiteral("فُتح 2 موضوعان"));
    QCOMPARE(opened(3), QStringLiteral("فُتحت 3 مواضيع"));
    QCOMPARE(opened(11), QStringLiteral("فُتح 11 موضوعًا"));
    QCOMPARE(opened(100), QStringLiteral("فُتح 100 موضوع"));
}

//! None that the server has may be without a word here.
void TestHappeningText::theServersWordsAreKnown()
{
    const Spoken german("de");
    for (std::size_t i = 0; i < access::kReasons; ++i) {
        const QString reason = QString::fromLatin1(access::wordFor(access::Reason(i)).toByteArray());
        const QString word = happening::refusalReason(reason);
        QVERIFY2(word != reason && word != QString(reason).replace(QLatin1Char('_'), QLatin1Char(' ')),
                 qPrintable(reason));
    }
    for (const admin::Method &method : admin::allMethods()) {
        const QString name = method.name;
        if (method.role != admin::Role::Viewer)
            QVERIFY2(happening::actionWord(name) != name, qPrintable(name));
    }
}

void TestHappeningText::targetsAreSaid()
{
    using happening::targetText;
    const Spoken english("en");
    const auto text = [](const char *kind, const char *name) {
        return format::unmarked(targetText(QString::fromLatin1(kind), QString::fromLatin1(name), kFallback));
    };
    QCOMPARE(text("connections", "3"), QStringLiteral("3 connections"));
    QCOMPARE(text("everybody", "ALL"), QStringLiteral("everybody"));
    QCOMPARE(text("filter", "topic:crowd"), QStringLiteral("all that match topic:crowd"));
    QCOMPARE(text("", "address:192.0.2.7"), QStringLiteral("address:192.0.2.7"));
    QCOMPARE(text("log", "relay.hub"), QStringLiteral("relay.hub"));
    QCOMPARE(text("laboratory", "a"), kFallback); // of a newer relayd
    QCOMPARE(text("", ""), kFallback);
}

void TestHappeningText::alertsAreSaidByTheirRule()
{
    const client::AlertRule rule { .id = QStringLiteral("a"), .metric = QStringLiteral("slowReaders"), .threshold = 5 };
    const client::ActiveAlert alert { .id = QStringLiteral("a"), .value = 7, .threshold = 5, .text = kFallback };
    QCOMPARE(format::unmarked(alertwords::sentence({ rule }, alert)), QStringLiteral("Slow readers: 7, above 5"));
    QCOMPARE(format::unmarked(alertwords::sentence(QVector<client::AlertRule> {}, alert)), kFallback);
    client::AlertRule other = rule;
    other.metric = QStringLiteral("something new");
    QCOMPARE(format::unmarked(alertwords::sentence({ other }, alert)), kFallback);
    const Spoken german("de");
    QCOMPARE(format::unmarked(alertwords::sentence({ rule }, alert)), QStringLiteral("Langsame Empfänger: 7, über 5"));
}

QTEST_GUILESS_MAIN(TestHappeningText)
#include "tst_happeningtext.moc"

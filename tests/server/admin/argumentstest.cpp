// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/arguments.h"

#include <QJsonDocument>
#include <QtTest>

using namespace relay::admin;

namespace {

QJsonObject parsed(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class ArgumentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsThere();
    void fallsBack();
    void refuses_data();
    void refuses();
    void keepsTheFirstMistake();
    void findsUnknownNames();
};

void ArgumentsTest::readsWhatIsThere()
{
    const QJsonObject params = parsed(R"({"n":5,"t":"x","l":["a","b"],"ids":[3,9007199254740991]})");
    Arguments arguments(params);
    QCOMPARE(arguments.integer(QLatin1String("n"), { 1, 10 }), 5);
    QCOMPARE(arguments.text(QLatin1String("t"), 5), QStringLiteral("x"));
    QCOMPARE(arguments.texts(QLatin1String("l"), 2), (QStringList { QStringLiteral("a"), QStringLiteral("b") }));
    QCOMPARE(arguments.ids(QLatin1String("ids"), 2), (std::vector<std::uint64_t> { 3, 9007199254740991 }));
    QVERIFY(!arguments.error());
}

void ArgumentsTest::fallsBack()
{
    const QJsonObject nothing;
    Arguments arguments(nothing);
    QCOMPARE(arguments.integer(QLatin1String("n"), { 1, 10 }, 7), 7);
    QCOMPARE(arguments.text(QLatin1String("t"), 5, QStringLiteral("d")), QStringLiteral("d"));
    QVERIFY(arguments.texts(QLatin1String("l"), 2).isEmpty());
    QVERIFY(!arguments.error());
}

void ArgumentsTest::refuses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *kind, const char *json) {
        QTest::newRow(name) << QString::fromLatin1(kind) << QByteArray(json);
    };
    row("missing number", "n", "{}");
    row("number below", "n", R"({"x":0})");
    row("number above", "n", R"({"x":11})");
    row("fraction", "n", R"({"x":1.5})");
    row("number as text", "n", R"({"x":"5"})");
    row("null", "n", R"({"x":null})");
    row("huge", "n", R"({"x":1e300})");
    row("missing text", "t", "{}");
    row("text too long", "t", R"({"x":"123456"})");
    row("text as number", "t", R"({"x":1})");
    row("list as text", "l", R"({"x":"a"})");
    row("empty list", "l", R"({"x":[]})");
    row("list too long", "l", R"({"x":["a","b","c"]})");
    row("list of numbers", "l", R"({"x":[1]})");
    row("missing ids", "i", "{}");
    row("no ids", "i", R"({"x":[]})");
    row("too many ids", "i", R"({"x":[1,2,3]})");
    row("id zero", "i", R"({"x":[0]})");
    row("negative id", "i", R"({"x":[-1]})");
    row("id as text", "i", R"({"x":["1"]})");
    row("half an id", "i", R"({"x":[1.5]})");
}

void ArgumentsTest::refuses()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, json);
    const QJsonObject params = QJsonDocument::fromJson(json).object();
    const QLatin1String x("x");
    Arguments arguments(params);
    if (kind == QLatin1String("n"))
        (void)arguments.integer(x, { 1, 10 });
    else if (kind == QLatin1String("t"))
        (void)arguments.text(x, 5);
    else if (kind == QLatin1String("l"))
        (void)arguments.texts(x, 2);
    else
        (void)arguments.ids(x, 2);
    QVERIFY(arguments.error());
    QCOMPARE(arguments.error()->kind, ErrorClass::InvalidParams);
    QVERIFY(arguments.error()->text.contains(QLatin1String("\"x\"")));
}

void ArgumentsTest::keepsTheFirstMistake()
{
    const QJsonObject params = parsed(R"({"a":"no","b":"no"})");
    Arguments arguments(params);
    (void)arguments.integer(QLatin1String("a"), { 1, 2 });
    (void)arguments.integer(QLatin1String("b"), { 1, 2 });
    QVERIFY(arguments.error()->text.contains(QLatin1String("\"a\"")));
}

void ArgumentsTest::findsUnknownNames()
{
    const QStringList known { QStringLiteral("id") };
    QVERIFY(!Arguments::findUnknown(parsed(R"({"id":1})"), known));
    const auto error = Arguments::findUnknown(parsed(R"({"id":1,"idd":2})"), known);
    QVERIFY(error);
    QVERIFY(error->text.contains(QLatin1String("idd")));
}

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "argumentstest.moc"

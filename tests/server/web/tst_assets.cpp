// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/web/assets.h"

#include <QObject>
#include <QRegularExpression>
#include <QTest>

using relay::web::find;

//! Which path gets which page, and that a page never refers to something that is not there.
class AssetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreFound_data();
    void pagesAreFound();
    void otherPathsAreNot_data();
    void otherPathsAreNot();
    void everyReferenceOfAPageIsServed_data();
    void everyReferenceOfAPageIsServed();
    void everyImportOfAScriptIsServed();
    void everyIdIsThereOnce_data();
    void everyIdIsThereOnce();
    void pagesHaveNothingInline_data();
    void pagesHaveNothingInline();
    void onlyVersionedFilesAreKeptByBrowsers();
    void scriptsMayBeImportedByAnyOriginAndNothingElse();
    void noFormSendsWhatIsTyped_data();
    void noFormSendsWhatIsTyped();
    void decodersAreWhole();
};

void AssetsTest::pagesAreFound_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("holds");
    const QByteArray html("text/html; charset=utf-8");
    QTest::newRow("front") << QByteArray("/") << html << QByteArray("/in/demo");
    QTest::newRow("stats") << QByteArray("/stats") << html << QByteArray("id=\"publishers\"");
    QTest::newRow("watch") << QByteArray("/watch/demo") << html << QByteArray("id=\"picture\"");
    QTest::newRow("watch, trailing slash") << QByteArray("/watch/demo/") << html << QByteArray("id=\"picture\"");
    QTest::newRow("watch, path") << QByteArray("/watch/bi/x") << html << QByteArray("id=\"picture\"");
    QTest::newRow("watch, a reserved word as a name")
        << QByteArray("/watch/stats") << html << QByteArray("id=\"picture\"");
    QTest::newRow("watch, not ASCII") << QByteArray("/watch/m\xc3\xbchle 1") << html << QByteArray("id=\"picture\"");
    QTest::newRow("watch, no topic yet") << QByteArray("/watch") << html << QByteArray("id=\"picture\"");
    QTest::newRow("data, no topic yet") << QByteArray("/data") << html << QByteArray("id=\"messages\"");
    QTest::newRow("data") << QByteArray("/data/chat") << html << QByteArray("id=\"messages\"");
    QTest::newRow("data, path") << QByteArray("/data/in/x") << html << QByteArray("id=\"messages\"");
    QTest::newRow("data, trailing slash") << QByteArray("/data/chat/") << html << QByteArray("id=\"messages\"");
    QTest::newRow("docs") << QByteArray("/docs") << html << QByteArray("POST /session/{topic}");
    QTest::newRow("description") << QByteArray("/openapi.yaml") << QByteArray("application/yaml")
                                 << QByteArray("openapi: 3.");
    QTest::newRow("script") << QByteArray("/assets/watch.js") << QByteArray("text/javascript; charset=utf-8")
                            << QByteArray("import");
    QTest::newRow("style") << QByteArray("/assets/base.css") << QByteArray("text/css; charset=utf-8")
                           << QByteArray("--accent");
    QTest::newRow("picture") << QByteArray("/assets/mark.svg") << QByteArray("image/svg+xml") << QByteArray("<svg");
    QTest::newRow("favicon") << QByteArray("/favicon.ico") << QByteArray("image/x-icon") << QByteArray("PNG");
}

void AssetsTest::pagesAreFound()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, holds);
    const auto asset = find(path);
    QVERIFY(asset);
    QCOMPARE(asset->contentType, contentType);
    QVERIFY2(asset->body.contains(holds), "not the expected content");
    QVERIFY(asset->extraHeaders.startsWith("Content-Security-Policy: default-src 'none'"));
    QVERIFY(asset->extraHeaders.endsWith("\r\n"));
    QVERIFY(!asset->extraHeaders.contains("\r\n\r\n"));
}

void AssetsTest::otherPathsAreNot_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : { "",
                              "/index.html",
                              "/stats/",
                              "/stats.html",
                              "/watch//x",
                              "/data//x",
                              "/data/session/x",
                              "/data/..",
                              "/assets/door.html",
                              "/watch/a//b",
                              "/watch/..",
                              "/watch/a/../b",
                              "/watch/session/x",
                              "/watch/a%2fb",
                              "/watch/a\nb",
                              "/watch/\xff",
                              "/assets",
                              "/assets/",
                              "/assets/../index.html",
                              "/assets/nothing.js",
                              "/assets/0123456789ab/watch.js",
                              "/assets/package.json" }) {
        QTest::newRow(path) << QByteArray(path);
    }
    QTest::newRow("NUL") << QByteArray("/watch/a\0b", 10);
    QTest::newRow("too long") << "/watch/" + QByteArray(1100, 'x');
}

void AssetsTest::otherPathsAreNot()
{
    QFETCH(QByteArray, path);
    QVERIFY(!find(path));
}

void AssetsTest::everyReferenceOfAPageIsServed_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("front") << QByteArray("/");
    QTest::newRow("stats") << QByteArray("/stats");
    QTest::newRow("watch") << QByteArray("/watch/demo");
    QTest::newRow("data") << QByteArray("/data/chat");
    QTest::newRow("docs") << QByteArray("/docs");
}

void AssetsTest::everyReferenceOfAPageIsServed()
{
    QFETCH(QByteArray, page);
    const QString body = QString::fromUtf8(find(page)->body);
    static const QRegularExpression reference(QStringLiteral("(?:href|src|action)=\"(/[^\"#]*)"));
    int count = 0;
    for (auto found = reference.globalMatch(body); found.hasNext(); ++count) {
        const QByteArray path = found.next().captured(1).toUtf8();
        QVERIFY2(find(path), path.constData());
    }
    QVERIFY(count >= 4);
    QVERIFY(!body.contains(QLatin1Char('@')));
}

void AssetsTest::everyImportOfAScriptIsServed()
{
    static const QRegularExpression import(QStringLiteral("(?:from |import\\()'\\./([^']+)'"));
    QByteArrayList open { "watch.js", "stats.js", "data.js", "front.js", "relay.js" };
    QByteArrayList seen;
    while (!open.isEmpty()) {
        const QByteArray name = open.takeFirst();
        const auto script = find(QByteArray("/assets/" + name));
        QVERIFY2(script, name.constData());
        seen.append(name);
        for (auto found = import.globalMatch(QString::fromUtf8(script->body)); found.hasNext();) {
            const QByteArray next = found.next().captured(1).toUtf8();
            if (!seen.contains(next) && !open.contains(next)) {
                open.append(next);
            }
        }
    }
    QVERIFY(seen.contains("jsmpeg.js"));
    QVERIFY(seen.contains("mpegts.js"));
}

void AssetsTest::everyIdIsThereOnce_data()
{
    everyReferenceOfAPageIsServed_data();
}

//! The icons are put into each page, so that their names could meet those of its elements.
void AssetsTest::everyIdIsThereOnce()
{
    QFETCH(QByteArray, page);
    const QString body = QString::fromUtf8(find(page)->body);
    static const QRegularExpression definition(QStringLiteral("\\bid=\"([^\"]+)\""));
    static const QRegularExpression use(QStringLiteral("<use[^>]* href=\"#([^\"]+)\""));
    QStringList ids;
    for (auto found = definition.globalMatch(body); found.hasNext();) {
        ids.append(found.next().captured(1));
        QVERIFY2(ids.count(ids.last()) == 1, qPrintable(ids.last()));
    }
    QVERIFY(use.match(body).hasMatch() || page == "/docs");
    for (auto found = use.globalMatch(body); found.hasNext();) {
        const QString id = found.next().captured(1);
        QVERIFY2(ids.contains(id), qPrintable(id));
    }
}

void AssetsTest::pagesHaveNothingInline_data()
{
    everyReferenceOfAPageIsServed_data();
}

void AssetsTest::pagesHaveNothingInline()
{
    QFETCH(QByteArray, page);
    const QString body = QString::fromUtf8(find(page)->body);
    static const QRegularExpression inlined(QStringLiteral(
        "<script(?![^>]*src=)|<style|<[^>]* style=| on[a-z]+=|https?://(?!127\\.0\\.0\\.1|www\\.w3\\.org)"));
    const auto found = inlined.match(body);
    QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
}

void AssetsTest::onlyVersionedFilesAreKeptByBrowsers()
{
    static const QRegularExpression script(QStringLiteral("src=\"(/assets/[0-9a-f]{12}/stats\\.js)\""));
    const auto found = script.match(QString::fromUtf8(find("/stats")->body));
    QVERIFY(found.hasMatch());
    const auto versioned = find(found.captured(1).toUtf8());
    QVERIFY(versioned);
    QVERIFY(versioned->extraHeaders.contains("Cache-Control: public, max-age=31536000, immutable\r\n"));
    for (const char *path : { "/", "/stats", "/watch/demo", "/assets/stats.js", "/favicon.ico" }) {
        QVERIFY2(find(path)->extraHeaders.contains("Cache-Control: no-cache\r\n"), path);
    }
    QCOMPARE(find("/assets/stats.js")->body.constData(), versioned->body.constData()); // shared, not copied
}

void AssetsTest::scriptsMayBeImportedByAnyOriginAndNothingElse()
{
    constexpr char kAnyOrigin[] = "\r\nAccess-Control-Allow-Origin: *\r\n";
    for (const char *path : { "/assets/relay.js", "/assets/session.js", "/assets/video.js", "/assets/mpegts.js" }) {
        QVERIFY2(find(path)->extraHeaders.contains(kAnyOrigin), path);
    }
    for (const char *path : { "/", "/watch/demo", "/data/chat", "/stats", "/assets/base.css", "/assets/mark.svg" }) {
        QVERIFY2(!find(path)->extraHeaders.contains("Access-Control-Allow-Origin"), path);
    }
}

void AssetsTest::noFormSendsWhatIsTyped_data()
{
    QTest::addColumn<QByteArray>("page");
    for (const char *page : { "/watch/lab", "/data/lab", "/stats" }) {
        QTest::newRow(page) << QByteArray(page);
    }
}

//! A form that a browser sends by itself, as its script did not run, would put a token into an address or a body.
void AssetsTest::noFormSendsWhatIsTyped()
{
    QFETCH(QByteArray, page);
    const QString body = QString::fromUtf8(find(page)->body);
    static const QRegularExpression named(QStringLiteral("<(?:input|textarea|select|button)[^>]* name="));
    static const QRegularExpression form(QStringLiteral("<form(?![^>]* method=\"post\")"));
    QVERIFY(body.contains(QLatin1String("<textarea id=\"doorToken\"")));
    QVERIFY2(!named.match(body).hasMatch(), qPrintable(named.match(body).captured()));
    QVERIFY2(!form.match(body).hasMatch(), qPrintable(form.match(body).captured()));
}

void AssetsTest::decodersAreWhole()
{
    const QByteArray mpeg1 = find("/assets/jsmpeg.js")->body;
    QVERIFY(mpeg1.contains("export default") || mpeg1.contains("as default"));
    QVERIFY(!mpeg1.contains("\nstyleInject(css"));
    const QByteArray h264 = find("/assets/mpegts.js")->body;
    QVERIFY(h264.contains("export default"));
    QVERIFY(!h264.contains("new Function(\"return this\")"));
    QVERIFY(!h264.contains("sourceMappingURL"));
    if (mpeg1.size() > 1000) {
        QVERIFY(mpeg1.contains("Copyright (c)"));
        QVERIFY(mpeg1.contains("MPEG1"));
        QVERIFY(h264.contains("Apache License"));
        QVERIFY(h264.contains("es6-promise, which is in it"));
        QVERIFY(h264.contains("createPlayer"));
    }
}

QTEST_GUILESS_MAIN(AssetsTest)
#include "tst_assets.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/web/bundle.h"

#include <QCryptographicHash>
#include <QDir>
#include <QResource>

#include <array>

static void initResource()
{
    Q_INIT_RESOURCE(web);
}

namespace relay::web {

namespace {

// Nothing from elsewhere and nothing inline: a topic's name or a peer's user agent can never become a script.
constexpr char kPolicy[] = "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
                           "connect-src 'self' ws: wss:; img-src 'self' data:; media-src blob:; "
                           "base-uri 'none'; form-action 'self'\r\n"
                           "Referrer-Policy: no-referrer\r\n";
// Scripts are no secret: a page of any origin may import relay.js and what that imports.
constexpr char kAnyOrigin[] = "Access-Control-Allow-Origin: *\r\n";
constexpr char kAskAgain[] = "Cache-Control: no-cache\r\n";
constexpr char kKeep[] = "Cache-Control: public, max-age=31536000, immutable\r\n";

QByteArray contentType(const QString &name)
{
    struct Type
    {
        const char *suffix;
        const char *type;
    };
    static constexpr std::array kTypes {
        Type { ".html", "text/html; charset=utf-8" },
        Type { ".css", "text/css; charset=utf-8" },
        Type { ".js", "text/javascript; charset=utf-8" },
        Type { ".svg", "image/svg+xml" },
        Type { ".ico", "image/x-icon" },
        Type { ".yaml", "application/yaml" }, // RFC 9512
    };
    for (const Type &type : kTypes) {
        if (name.endsWith(QLatin1String(type.suffix))) {
            return type.type;
        }
    }
    return "application/octet-stream";
}

//! The bytes as they were compiled in, whether rcc packed them or not.
QByteArray content(const QString &path)
{
    const QResource resource(path);
    Q_ASSERT_X(resource.isValid(), "web", "a page is missing from the resources");
    return resource.uncompressedData();
}

} // namespace

const Bundle &Bundle::instance()
{
    static const Bundle bundle;
    return bundle;
}

Bundle::Bundle()
{
    initResource();
    addFiles();
    addPage("/", QStringLiteral("index.html"));
    addPage("/docs", QStringLiteral("docs.html"));
    addPage("/stats", QStringLiteral("stats.html"));
    for (const char *page : { "watch", "data" }) {
        const QByteArray path = QByteArray("/") + page;
        addPage(path, QLatin1String(page) + QLatin1String(".html"));
        m_assets.insert(path + '/', m_assets.value(path));
    }
    addDescription();
}

std::optional<Asset> Bundle::find(const QByteArray &path) const
{
    const auto found = m_assets.constFind(path);
    return found == m_assets.cend() ? std::nullopt : std::optional(*found);
}

void Bundle::addFiles()
{
    const QString folder = QStringLiteral(":/web/assets/");
    const QStringList names = QDir(folder).entryList(QDir::Files, QDir::Name);
    QCryptographicHash digest(QCryptographicHash::Sha256);
    QHash<QByteArray, Asset> files;
    for (const QString &name : names) {
        const Asset asset { .body = content(folder + name), .contentType = contentType(name), .extraHeaders = kPolicy };
        digest.addData(name.toUtf8());
        digest.addData(asset.body);
        files.insert(name.toUtf8(), asset);
    }
    m_version = digest.result().toHex().first(12);
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        Asset asset = *file;
        const QByteArray headers = QByteArray(kPolicy) + (file.key().endsWith(".js") ? kAnyOrigin : "");
        asset.extraHeaders = headers + kKeep;
        m_assets.insert("/assets/" + m_version + '/' + file.key(), asset);
        asset.extraHeaders = headers + kAskAgain;
        m_assets.insert("/assets/" + file.key(), asset);
        if (file.key() == "favicon.ico") {
            m_assets.insert("/favicon.ico", asset);
        }
    }
}

//! The calls in OpenAPI 3. Tools that run in pages of other origins may read it, too.
void Bundle::addDescription()
{
    const QString name = QStringLiteral("openapi.yaml");
    m_assets.insert("/openapi.yaml",
                    { .body = content(QStringLiteral(":/web/") + name),
                      .contentType = contentType(name),
                      .extraHeaders = QByteArray(kPolicy) + kAskAgain + kAnyOrigin });
}

void Bundle::addPage(const QByteArray &path, const QString &name)
{
    QByteArray body = content(QStringLiteral(":/web/pages/") + name);
    body.replace("@version@", m_version);
    body.replace("@door@", content(QStringLiteral(":/web/parts/door.html")).trimmed());
    body.replace("@icons@", content(QStringLiteral(":/web/assets/icons.svg")).trimmed());
    m_assets.insert(
        path, { .body = body, .contentType = contentType(name), .extraHeaders = QByteArray(kPolicy) + kAskAgain });
}

} // namespace relay::web

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/accesscall.h"

#include "client/session/handshake.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace relay::client::session {

namespace {
constexpr int kTimeoutMs = 10'000;
constexpr int kMaxRedirects = 5;
constexpr qint64 kMaxAnswer = 64 * 1024; // bytes
constexpr qsizetype kMaxText = 300;
} // namespace

QString uriIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value(QLatin1String("uri")).toString();
}

QString messageIn(const QByteArray &body)
{
    const QByteArray trimmed = body.trimmed();
    const QJsonDocument document = QJsonDocument::fromJson(trimmed);
    if (document.isObject())
        return document.object().value(QLatin1String("message")).toString();
    QByteArray text = trimmed;
    if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"'))
        text = text.sliced(1, text.size() - 2);
    return text.startsWith('<') ? QString() : QString::fromUtf8(text.left(kMaxText)).section(u'\n', 0, 0);
}

AccessCall::AccessCall(QSslConfiguration tls, QByteArray userAgent, QObject *parent)
    : QObject(parent)
    , m_tls(std::move(tls))
    , m_userAgent(std::move(userAgent))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void AccessCall::ask(const QUrl &url, const QByteArray &token, const QNetworkProxy &proxy)
{
    cancel();
    m_network.setProxy(proxy);
    m_token = token;
    m_redirects = 0;
    post(url);
}

void AccessCall::cancel()
{
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void AccessCall::post(const QUrl &url)
{
    m_url = url;
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setTransferTimeout(kTimeoutMs);
    request.setRawHeader("Authorization", m_token);
    request.setRawHeader("User-Agent", m_userAgent);
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    m_reply = m_network.post(request, QByteArray());
    m_reply->setReadBufferSize(kMaxAnswer);
    connect(m_reply, &QNetworkReply::finished, this, [this, reply = m_reply] { finished(reply); });
}

void AccessCall::finished(QNetworkReply *reply)
{
    reply->deleteLater();
    m_reply = nullptr;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        Q_EMIT refused({ 0, reply->errorString(), 0 });
        return;
    }
    if (const QByteArray location = reply->rawHeader("Location"); status >= 300 && status < 400 && !location.isEmpty()) {
        const QUrl next = m_url.resolved(QUrl::fromEncoded(location));
        const bool isSafe = next.host() == m_url.host() && (next.scheme() == u"https" || m_url.scheme() == u"http");
        if (isSafe && ++m_redirects <= kMaxRedirects)
            post(next);
        else
            Q_EMIT refused({ status,
                             QStringLiteral("it sends us on to %1, where the token does not belong")
                                 .arg(next.toDisplayString(QUrl::RemoveQuery)),
                             0 });
        return;
    }
    const QByteArray body = reply->read(kMaxAnswer);
    const QString uri = uriIn(body);
    if (status / 100 == 2 && !uri.isEmpty()) {
        Q_EMIT granted(uri);
        return;
    }
    const QString text = status / 100 == 2 ? QStringLiteral("its answer names no address") : messageIn(body);
    Q_EMIT refused({ status, text, parseRetryAfter(reply->rawHeader("Retry-After")) });
}

} // namespace relay::client::session

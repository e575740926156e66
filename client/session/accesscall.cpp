// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/accesscall.h"

#include "client/session/accessanswer.h"

#include <QNetworkProxy>
#include <QNetworkReply>

namespace relay::client::session {

namespace {
constexpr int kMaxRedirects = 5;
} // namespace

AccessCall::AccessCall(QSslConfiguration tls, QByteArray userAgent, QObject *parent)
    : QObject(parent)
    , m_tls(std::move(tls))
    , m_userAgent(std::move(userAgent))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(kTimeout).count();
        fail({ 0, QStringLiteral("the access point gave no answer within %1 s").arg(seconds), 0, false });
    });
}

void AccessCall::ask(const QUrl &url, const QByteArray &token, const QNetworkProxy &proxy, const QByteArray &body)
{
    cancel();
    m_network.setProxy(proxy);
    m_token = token;
    m_question = body;
    m_redirects = 0;
    m_deadline.start(kTimeout);
    post(url);
}

void AccessCall::cancel()
{
    m_deadline.stop();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void AccessCall::post(const QUrl &url)
{
    m_url = url;
    m_body.clear();
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Authorization", m_token);
    request.setRawHeader("User-Agent", m_userAgent);
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    m_reply = m_network.post(request, m_question);
    connect(m_reply, &QNetworkReply::readyRead, this, &AccessCall::take);
    connect(m_reply, &QNetworkReply::finished, this, &AccessCall::finish);
}

void AccessCall::take()
{
    m_body += m_reply->readAll();
    if (m_body.size() > kMaxAnswer)
        fail({ 0, QStringLiteral("the access point's answer has no end"), 0, false });
}

void AccessCall::finish()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    m_body += reply->readAll();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        fail({ 0, reply->errorString(), 0, false });
        return;
    }
    if (isRedirect(status)) {
        redirect(status, reply->rawHeader("Location"));
        return;
    }
    const bool isSuccess = status / 100 == 2;
    const QString uri = uriIn(m_body);
    if (isSuccess && !uri.isEmpty()) {
        m_deadline.stop();
        // Its thread and its connection would stay as long as this does: for days, and for each of many sessions.
        QMetaObject::invokeMethod(&m_network, &QNetworkAccessManager::clearConnectionCache, Qt::QueuedConnection);
        Q_EMIT granted(uri, m_body);
        return;
    }
    const QString text = isSuccess ? QStringLiteral("the access point's answer names no address") : messageIn(m_body);
    fail({ status, text, parseRetryAfter(reply->rawHeader("Retry-After")), isRefusal(status, text) });
}

void AccessCall::redirect(int status, const QByteArray &location)
{
    const auto next = redirectFrom(m_url, location);
    if (const auto *fault = std::get_if<QString>(&next))
        fail({ status, *fault, 0, false });
    else if (++m_redirects > kMaxRedirects)
        fail({ status, QStringLiteral("it sends us on and on"), 0, false });
    else
        post(std::get<QUrl>(next));
}

void AccessCall::fail(const AccessFault &fault)
{
    cancel();
    Q_EMIT refused(fault);
}

} // namespace relay::client::session

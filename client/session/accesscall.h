// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

#include <chrono>

class QNetworkReply;

namespace relay::client::session {

//! Why an access point gave no address.
struct AccessFault
{
    int status = 0; //!< of HTTP; 0: no answer
    QString text;
    int retryAfter = 0; //!< s; 0: not said
    bool isRefusal = false;
};

/*!
 * Asks an access point for the address of a websocket: POST with the token as it is in Authorization, and a body in
 * JSON, or none. Follows a few
 * redirects, on the same host only, since the token goes along. One call at a time; a new one ends the one before.
 */
class AccessCall : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kTimeout { 10'000 }; //!< for the whole call, redirects and all
    static constexpr qint64 kMaxAnswer = 1024 * 1024;               //!< bytes

    AccessCall(QSslConfiguration tls, QByteArray userAgent, QObject *parent = nullptr);

    void ask(const QUrl &url, const QByteArray &token, const QNetworkProxy &proxy, const QByteArray &body = {});
    void cancel();

Q_SIGNALS:
    void granted(const QString &uri, const QByteArray &answer); //!< the answer is all of the body, in JSON
    void refused(const relay::client::session::AccessFault &fault);

private:
    void post(const QUrl &url);
    void take();
    void finish();
    void redirect(int status, const QByteArray &location);
    void fail(const AccessFault &fault);

    QNetworkAccessManager m_network;
    QSslConfiguration m_tls;
    QByteArray m_userAgent;
    QByteArray m_token;
    QByteArray m_question; // the body that is sent
    QByteArray m_body;     // of the answer
    QUrl m_url;
    QNetworkReply *m_reply = nullptr;
    QTimer m_deadline;
    int m_redirects = 0;
};

} // namespace relay::client::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

class QNetworkReply;

namespace relay::client::session {

//! Why an access point gave no address.
struct AccessFault
{
    int status = 0; //!< of HTTP; 0: no answer
    QString text;
    int retryAfter = 0; //!< s; 0: not said
};

/*!
 * Asks an access point for the address of a websocket: POST with the token as it is in Authorization. Follows a few
 * redirects, on the same host only, since the token goes along. One call at a time; a new one ends the one before.
 */
class AccessCall : public QObject
{
    Q_OBJECT
public:
    AccessCall(QSslConfiguration tls, QByteArray userAgent, QObject *parent = nullptr);

    void ask(const QUrl &url, const QByteArray &token, const QNetworkProxy &proxy);
    void cancel();

Q_SIGNALS:
    void granted(const QString &uri);
    void refused(const relay::client::session::AccessFault &fault);

private:
    void post(const QUrl &url);
    void finished(QNetworkReply *reply);

    QNetworkAccessManager m_network;
    QSslConfiguration m_tls;
    QByteArray m_userAgent;
    QByteArray m_token;
    QUrl m_url;
    QNetworkReply *m_reply = nullptr;
    int m_redirects = 0;
};

//! The uri in an answer; empty: there is none. Pure.
[[nodiscard]] QString uriIn(const QByteArray &json);
//! What an answer that is an error says to people: JSON with a message, a JSON string, or plain text. Pure.
[[nodiscard]] QString messageIn(const QByteArray &body);

} // namespace relay::client::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <variant>

//! The way out of a firewall: from an access point, or straight, to a websocket that stays.
namespace relay::client::session {

//! Where a websocket is.
struct Address
{
    bool isSecure = false;
    QString host;
    quint16 port = 0;
    QByteArray target;    //!< path and query, as they go into the request
    QByteArray authority; //!< for the Host header: with the port where it is not the usual one

    friend bool operator==(const Address &, const Address &) = default;
};

//! ws:// and wss:// without user and fragment (RFC 6455, section 3); else a sentence.
[[nodiscard]] std::variant<Address, QString> parseAddress(const QString &url);

//! http:// and https:// of an access point; else a sentence.
[[nodiscard]] std::variant<QUrl, QString> parseAccessUrl(const QString &url);

} // namespace relay::client::session

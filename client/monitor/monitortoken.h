// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>

namespace relay::client::monitor {

//! What the tokens of a monitor that has the secret are for.
struct TokenTerms
{
    QString audience;
    QString topic;
    QByteArray secret;
    std::chrono::seconds lifetime { 0 };
};

/*!
 * A token to read and write the topic, of the booking relay-monitor: issued now, valid from the second before, until
 * lifetime later. nowSeconds: since the epoch. Empty when OpenSSL refuses to sign with the secret. Pure.
 */
[[nodiscard]] QByteArray monitorToken(const TokenTerms &terms, std::int64_t nowSeconds);

} // namespace relay::client::monitor

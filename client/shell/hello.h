// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace relay::client::shell {

/*!
 * The first message of either end on a leg, as text; the host's comes first. It names how much of the other's stream has
 * been delivered, or says why there is nothing to speak about.
 */
struct Hello
{
    QString resume;       //!< the host's: the session that it is about
    qint64 received = 0;  //!< bytes
    bool isFresh = false; //!< the host's: it has just begun this session, and knows of none before
    QString error;        //!< not empty: there is no session

    friend bool operator==(const Hello &, const Hello &) = default;
};

[[nodiscard]] QByteArray encodeHello(const Hello &hello);
[[nodiscard]] std::optional<Hello> parseHello(const QByteArray &json);

//! 128 bits that nobody can guess, as 22 characters of base64url.
[[nodiscard]] QString newResumeId();

} // namespace relay::client::shell

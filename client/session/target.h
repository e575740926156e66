// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session/address.h"

#include <functional>

namespace relay::client::session {

//! Where to, and as who.
struct Target
{
    QUrl access; //!< of an access point; empty: `address` is dialled as it is
    Address address;
    QString tokenFile; //!< read anew each time, so that a token may be renewed
    QByteArray token;  //!< without a file
    //! Instead of both: called for each connection; gives a token, or a sentence why there is none.
    std::function<std::variant<QByteArray, QString>()> makeToken = {};
};

/*!
 * From what a user gives: ws(s) is dialled, http(s) is an access point and needs a token; a file goes before a token.
 * Else a sentence. Pure.
 */
[[nodiscard]] std::variant<Target, QString> makeTarget(const QString &url, const QString &tokenFile,
                                                       const QByteArray &token);

} // namespace relay::client::session

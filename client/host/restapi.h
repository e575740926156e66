// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/rules.h"

#include <QByteArray>

namespace relay::client::host {

struct RestReply
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body = {};
    QByteArray allow = {}; //!< with 405: the methods that would do
};

//! Whether the path, decoded, belongs to the calls below: /api, /api/..., /healthcheck.
[[nodiscard]] bool isRestPath(QByteArrayView path);

/*!
 * The calls by which scripts set up a host: /api/destinations, /api/streams, with the routes, answers and status codes
 * of the existing hosts. What they got wrong is mended: DELETE .../all deletes all, and tokens are not shown. Pure
 * but for the rules.
 */
[[nodiscard]] RestReply answerRest(Rules &rules, const QByteArray &method, const QByteArray &path,
                                   const QByteArray &body);

//! A feed, an id or the name of a stream: letters, digits and - _ . / ; at most 256 bytes.
[[nodiscard]] bool isName(QByteArrayView name);

//! Adds a rule as it came from outside: "***" keeps the token that the rule had for the same destination. Gives the rule as it stands.
Destination addGiven(Rules &rules, Destination rule);

} // namespace relay::client::host

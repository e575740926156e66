// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/api.h"

#include <optional>

//! What the access calls ask of a request before they look at what it wants.
namespace relay::access {

inline constexpr qint64 kMaxBody = 64 * 1024; //!< bytes that a call may come with, though none is needed

//! The token, without "Bearer"; empty: there is none.
[[nodiscard]] QByteArray tokenIn(const http::RequestHead &head);

//! What is wrong with the body that is announced, or with the answer that is wanted: 400, 406, 413, 415.
[[nodiscard]] std::optional<Answer> faultOfMedia(const http::RequestHead &head);

//! bid and exp of a query; the last of each counts.
struct BookingQuery
{
    QString bookingId;
    std::int64_t until = 0; //!< seconds since the epoch
};
[[nodiscard]] std::variant<BookingQuery, Answer> bookingIn(const http::RequestHead &head);

//! The value of a name in a query; of several the first. Decoded.
[[nodiscard]] QByteArray firstInQuery(QByteArrayView query, QByteArrayView name);

} // namespace relay::access

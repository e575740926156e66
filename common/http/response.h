// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace relay::http {

/*!
 * A whole HTTP/1.1 response with Content-Length, Date and `Connection: close`. extraHeaders are whole lines with CRLF.
 * For HEAD pass withBody = false: the length is that of the body which is left out.
 */
[[nodiscard]] QByteArray response(int status, QByteArrayView contentType, QByteArrayView body,
                                  QByteArrayView extraHeaders = {}, bool withBody = true);

//! A refusal in text/plain: the reason and a newline.
[[nodiscard]] QByteArray refusal(int status, QByteArrayView reason, QByteArrayView extraHeaders = {});

} // namespace relay::http

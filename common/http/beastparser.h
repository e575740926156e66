// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"

#include <optional>

namespace relay::http {

/*!
 * Runs Boost.Beast's request parser over one whole head and stores what it finds: method, target, version, headers.
 * The grammar of RFC 9112 is its business; what Beast lets pass and we do not is checked by parseHead(). Private to
 * this folder. Beast is included by beastparser.cpp alone.
 */
[[nodiscard]] std::optional<HeadFault> readWithBeast(QByteArrayView wholeHead, RequestHead &head);

} // namespace relay::http

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/route.h"

namespace relay::front {

inline constexpr QByteArrayView kPageFactsPath("/assets/relay.json");

/*!
 * What the pages have to know of this relay, as JSON: {"secured":true,"openTopics":false,"origins":["https://lab.example"]}.
 * `openTopics`: topics are to be had without a token. `origins`: whose pages may hand a token to ours; "*" is any.
 */
[[nodiscard]] QByteArray pageFacts(const Policy &policy);

} // namespace relay::front

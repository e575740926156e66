// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace relay::client {

//! For `requestKey` of an order, which makes it safe to repeat when its answer was lost: another one each time.
[[nodiscard]] QString newRequestKey();

} // namespace relay::client

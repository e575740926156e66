// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"

#include <QJsonObject>

namespace relay::client {

//! The params of the server's "hello". What is missing stays empty.
[[nodiscard]] ServerHello readHello(const QJsonObject &params);

} // namespace relay::client

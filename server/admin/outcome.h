// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"

#include <QByteArray>

#include <functional>
#include <variant>

namespace relay::admin {

//! What comes of a call: a finished JSON value, or what is wrong.
using Outcome = std::variant<QByteArray, Error>;

//! Takes the outcome of a call that is answered later. Called once, on the observers' thread.
using Answer = std::function<void(const Outcome &)>;

} // namespace relay::admin

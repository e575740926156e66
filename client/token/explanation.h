// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/token/jwt.h"

#include <QString>

#include <optional>
#include <vector>

namespace relay::client::token {

//! What claims allow, in lines of words. nowMs: since the epoch.
[[nodiscard]] QString explained(const relay::token::Claims &claims, std::int64_t nowMs);

struct Explanation
{
    QString text;
    bool isRefused = false; //!< by every relay, or by that which has the secrets; not because of its times
};

//! What a token allows; with secrets, also whether it is theirs. Nothing: it is no token at all.
[[nodiscard]] std::optional<Explanation> explained(const QByteArray &token, const std::vector<QByteArray> &secrets,
                                                   std::int64_t nowMs);

} // namespace relay::client::token

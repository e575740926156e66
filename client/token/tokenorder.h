// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/settings.h"
#include "common/token/jwt.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <variant>

//! relay token: makes tokens, and says what one allows.
namespace relay::client::token {

//! What the token is to be for; it decides about defaults and names of variables.
enum class Purpose {
    Session, //!< a topic of the relay: RELAY_TOKEN_...
    Stats,   //!< the topic of figures: read and asked for
    Admin,   //!< denying and allowing bookings
    Status,  //!< GET /status and /metrics
    Jump,    //!< ssh: JUMP_TOKEN_...
};

//! A token that is to be made.
struct Order
{
    relay::token::Claims claims;
    QByteArray secret;
    QStringList warnings; //!< about the secret, and a topic that no relay takes
    relay::token::AudienceForm form = relay::token::AudienceForm::Array;
    bool explains = false;
};

//! Or one that is to be explained.
struct Question
{
    QString token;                   //!< "-": it comes on standard input
    std::vector<QByteArray> secrets; //!< to check it with; none: it is not checked
};

//! Reads words and environment. nowSeconds: since the epoch. Exit for --help and for what is wrong or missing.
[[nodiscard]] std::variant<Order, Question, config::Exit> readOrder(const QStringList &words,
                                                                    const QProcessEnvironment &environment,
                                                                    std::int64_t nowSeconds);

} // namespace relay::client::token

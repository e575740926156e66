// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <variant>

namespace relay::shell {

inline constexpr qsizetype kMaxCallBody = 4096; //!< bytes

//! What a client of ours says beside its token when it asks for a shell. Those before it say nothing.
struct CallBody
{
    QByteArray resume = {}; //!< the shell that is to go on, or may be to; 22 to 64 characters of base64url
    QByteArray target = {}; //!< what of the host it wants, by a name that the host knows

    friend bool operator==(const CallBody &, const CallBody &) = default;
};

//! An empty body and {} say nothing. What is wrong is said in a sentence for the client. Unknown members are passed over.
[[nodiscard]] std::variant<CallBody, QString> parseCallBody(QByteArrayView body);

} // namespace relay::shell

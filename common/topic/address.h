// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <variant>

//! What the path of a request means: which topic, and which way messages may go (reliability: topic grammar).
namespace relay::topic {

//! Where a connection belongs. Both names are UTF-8, percent-decoded once, with a leading and no trailing slash.
struct Address
{
    QByteArray path;      //!< as asked for: "/in/demo"
    QByteArray topic;     //!< what is shared: "/out/demo" for /in/demo and /out/demo, else the path
    bool mayRead = true;  //!< gets the others' messages; /in does too, as crossbar has it
    bool mayWrite = true; //!< its messages go to the others; false on /out

    friend bool operator==(const Address &, const Address &) = default;
};

//! Why a path names no topic; the text is for the one who asked.
struct Refusal
{
    QByteArray reason;
    bool isReserved = false; //!< a well-formed path whose first segment belongs to the relay: 404, not 400
};

/*!
 * Reads the path of a request target (no query) in open mode. Refused: a malformed percent escape, `%` left after
 * decoding, invalid UTF-8, NUL and control bytes, empty segments, `.` and `..`, more than 1,024 bytes, reserved first
 * segments, and /in, /out without a name. One trailing slash is dropped.
 */
[[nodiscard]] std::variant<Address, Refusal> parseOpenPath(QByteArrayView rawPath);

/*!
 * Reads the topic behind /session/ in secured mode: decoded once, `%2F` as good as a slash, one trailing slash dropped.
 * Only letters, digits and _ & ' ( ) * + , - . / may be in it, which are the same encoded or not; refused is also what
 * parseOpenPath() refuses. Never cut short. Gives the topic without a slash before it.
 */
[[nodiscard]] std::variant<QByteArray, Refusal> parseSessionTopic(QByteArrayView rawTopic);

//! Whether the relay keeps this whole first segment for itself.
[[nodiscard]] bool isReserved(QByteArrayView firstSegment);

//! "/out/demo" to "demo", "/bi/x" to "bi/x": how pages and people name a topic.
[[nodiscard]] QByteArray displayName(QByteArrayView topic);

} // namespace relay::topic

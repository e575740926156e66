// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <optional>
#include <vector>

namespace relay::topic {

//! What a topic carries, which decides what a reader that cannot keep up loses.
enum class Kind : std::uint8_t {
    Data,   //!< the newest messages; what was sent first arrives
    Video,  //!< the oldest that wait; a viewer goes on with the present picture
    Stream, //!< nothing: whoever sends is made to wait
};

[[nodiscard]] QByteArrayView nameOf(Kind kind); //!< "data", "video", "stream"
[[nodiscard]] std::optional<Kind> kindOf(QByteArrayView name);

//! "Topics that match this are of that kind".
struct KindRule
{
    QByteArray match; //!< of the whole topic, such as "/out/*-cam"; * is any run of characters, ? any one, [..] a set
    Kind kind = Kind::Data;
};

//! Whether a whole topic matches: * is any run of characters, also slashes, ? any one, [..] one of a set.
[[nodiscard]] bool matches(const QByteArray &topic, const QByteArray &pattern);

/*!
 * The kind of a topic: the first rule that matches decides. Without one, a topic that is fed by POST, or whose name
 * ends with "-video", is video, and any other is data.
 */
[[nodiscard]] Kind kindOfTopic(const QByteArray &topic, bool isFedByPost, const std::vector<KindRule> &rules);

} // namespace relay::topic

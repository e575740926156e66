// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace relay::client::shell {

//! What the relay tells a host on its management connection, a message each.
struct Announcement
{
    bool isConnect = false; //!< somebody wants to reach the host; else somebody has gone
    QString uri = {};       //!< of a connection: where to meet
    QString uuid = {};      //!< the relay's name for it
    QString resume = {};    //!< empty: the client is one of before, or the relay is
    QString target = {};    //!< empty: the usual one

    friend bool operator==(const Announcement &, const Announcement &) = default;
};

/*!
 * Nothing: it is none that this host understands, which is no fault, since relays may have more to say. Keys that are
 * not known are ignored; a resume id counts only with the sub-protocol that it belongs to. Pure.
 */
[[nodiscard]] std::optional<Announcement> parseAnnouncement(const QByteArray &json);

} // namespace relay::client::shell

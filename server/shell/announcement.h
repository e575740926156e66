// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

//! What a host is told on its management connection: one JSON object in one text message each.
namespace relay::shell {

//! Where a host may reach a client that has come.
struct Announcement
{
    QByteArray uri;  //!< of the host's leg, with its code
    QByteArray uuid; //!< of the shell
    // What only our hosts understand; empty: not told.
    QByteArray resume = {};
    QByteArray protocol = {};
    QByteArray target = {};
};

/*!
 * {"action":"connect","uri":...,"uuid":...} and what else there is, in this order: a host of the servers before this
 * one reads the first three and passes over the rest.
 */
[[nodiscard]] QByteArray connectText(const Announcement &announcement);

/*!
 * {"action":"disconnect","uri":...,"uuid":...}. With the uri that was announced, used up as it is: those hosts throw
 * away every message whose uri they cannot parse, an empty one among them, and would go on for ever.
 */
[[nodiscard]] QByteArray disconnectText(const QByteArray &uri, const QByteArray &uuid);

} // namespace relay::shell

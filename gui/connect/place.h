// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace relay::gui {

/*!
 * Where a relay's admin socket is: on this computer, or on one that ssh reaches. A plain value; text() and fromText()
 * are each other's inverse, so it can be remembered and named on a command line.
 */
struct Place
{
    QString host;       //!< empty: this computer. A name or address, or an alias of ssh's own configuration
    QString user;       //!< empty: as ssh's configuration says
    int port = 0;       //!< 0: as ssh's configuration says
    QString keyFile;    //!< of ssh; empty: agent and configuration
    QString socketPath; //!< there; empty: the usual places, over ssh kServiceSocket

    [[nodiscard]] bool isRemote() const { return !host.isEmpty(); }
    //! "anna@relay-1.lab:2222", without the socket; of a local one its socket, or nothing.
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString text() const; //!< as a URL: "ssh://anna@relay-1.lab:2222/run/relay/admin.sock", "unix:/run/..."
    [[nodiscard]] static std::optional<Place> fromText(const QString &text);
    //! What cannot be right about it, in a sentence; empty: nothing.
    [[nodiscard]] QString problem() const;

    friend bool operator==(const Place &, const Place &) = default;
};

//! Where the service's relayd has its socket.
[[nodiscard]] QString serviceSocket();

} // namespace relay::gui

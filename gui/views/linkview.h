// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace relay::gui {

//! How the contact to the relay is, in the words that tab, banner and status bar use.
struct LinkView
{
    enum class State { Connecting, Open, Stale, NeverMet };
    State state = State::Connecting;
    QString relayName; //!< "This computer", or what the relay calls itself
    QString detail;    //!< below the name: "Connected, 0.4 ms"
    QString headline;  //!< of the banner, bold; empty: no banner
    QString advice;    //!< of the banner, after the headline
    QString asOf;      //!< "12:03:07"; empty while live

    [[nodiscard]] bool isLive() const { return state == State::Open; }
    friend bool operator==(const LinkView &, const LinkView &) = default;
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/connect/place.h"
#include "gui/models/livedata.h"

namespace relay::gui {

class Language;
class Memory;
class SshTransport;
class Theme;

//! What a window, and in it the page of one relay, stands on. All of it outlives them.
struct WindowParts
{
    client::AdminClient &client;
    client::Mirror &mirror;
    Theme &theme;
    Memory &memory;
    Language &language;
    ConnectionModel::Clock clock;
    Place place = {};                  //!< of the relay
    const SshTransport *ssh = nullptr; //!< null: the relay is on this computer
};

} // namespace relay::gui

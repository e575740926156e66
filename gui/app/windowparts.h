// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/models/livedata.h"

namespace relay::gui {

class Language;
class Memory;
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
};

} // namespace relay::gui

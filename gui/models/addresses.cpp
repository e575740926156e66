// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/addresses.h"

#include "gui/models/addressmask.h"

namespace relay::gui::addresses {

namespace {

bool s_areMasked = false;

} // namespace

void setMasked(bool isMasked)
{
    s_areMasked = isMasked;
}

bool areMasked()
{
    return s_areMasked;
}

QString shown(const QString &text)
{
    return s_areMasked ? maskedAddresses(text) : text;
}

} // namespace relay::gui::addresses

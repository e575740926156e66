// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/tokens.h"

namespace relay::gui {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Tokens makeLight()
{
    return {
        .header = rgb(0x14283A),
        .headerText = rgb(0xF2F6F9),
        .headerDim = rgb(0xB3C2CF),
        .headerLine = rgb(0x2E4458),
        .headerField = rgb(0x223A4F),
        .window = rgb(0xEDF0F2),
        .panel = rgb(0xF6F8F9),
        .base = rgb(0xFFFFFF),
        .hover = rgb(0xF0F4F7),
        .line = rgb(0xD2D9DF),
        .lineStrong = rgb(0x8592A0),
        .grid = rgb(0xE7EBEE),
        .edge = rgb(0xBAC7D2),
        .text = rgb(0x16212B),
        .text2 = rgb(0x435260),
        .text3 = rgb(0x5C6A76),
        .accent = rgb(0x0D5CA6),
        .accentFill = rgb(0xDCEAF8),
        .accentText = rgb(0xFFFFFF),
        .healthy = rgb(0x13704A),
        .healthyFill = rgb(0xDBF0E5),
        .slow = rgb(0x855000),
        .slowFill = rgb(0xFBE9C6),
        .dropping = rgb(0xB0241C),
        .droppingFill = rgb(0xFBDFDC),
        .expiring = rgb(0x6B38A3),
        .expiringFill = rgb(0xEEE4F8),
        .refused = rgb(0x8A1F5C),
        .refusedFill = rgb(0xF8E0EE),
        .idle = rgb(0x5C6A76),
        .stale = rgb(0x5C6A76),
        .staleFill = rgb(0xE4E9ED),
        .series = { rgb(0x1B6ACB), rgb(0x007A6E), rgb(0xA9510A), rgb(0xA02F7C), rgb(0x5A55C4), rgb(0x66740F),
                    rgb(0x87583A), rgb(0x4A5B6B) },
    };
}

Tokens makeDark()
{
    return {
        .header = rgb(0x0C1116),
        .headerText = rgb(0xEEF3F7),
        .headerDim = rgb(0xA3B1BD),
        .headerLine = rgb(0x2C3741),
        .headerField = rgb(0x1A222A),
        .window = rgb(0x12171C),
        .panel = rgb(0x171D23),
        .base = rgb(0x1B2229),
        .hover = rgb(0x222B33),
        .line = rgb(0x303A44),
        .lineStrong = rgb(0x687785),
        .grid = rgb(0x262F38),
        .edge = rgb(0x465561),
        .text = rgb(0xE7EDF2),
        .text2 = rgb(0xB4C0CA),
        .text3 = rgb(0x9AA8B4),
        .accent = rgb(0x74B6F4),
        .accentFill = rgb(0x1F3B57),
        .accentText = rgb(0x0B1620),
        .healthy = rgb(0x5BCB9B),
        .healthyFill = rgb(0x153A2B),
        .slow = rgb(0xF2B54F),
        .slowFill = rgb(0x362C17),
        .dropping = rgb(0xFF8E82),
        .droppingFill = rgb(0x432524),
        .expiring = rgb(0xC9A8F4),
        .expiringFill = rgb(0x312741),
        .refused = rgb(0xF191C4),
        .refusedFill = rgb(0x48203B),
        .idle = rgb(0x9AA8B4),
        .stale = rgb(0x9AA8B4),
        .staleFill = rgb(0x2A333C),
        .series = { rgb(0x6FAFF5), rgb(0x3FC7B6), rgb(0xEFA15F), rgb(0xEE8CC8), rgb(0xA7A3F7), rgb(0xC0CF58),
                    rgb(0xD3A487), rgb(0xA9B9C7) },
    };
}

} // namespace

const Tokens &lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

} // namespace relay::gui

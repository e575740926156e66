// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/hexdump.h"

#include <algorithm>

namespace relay::gui::tap {

namespace {

constexpr char kDigits[] = "0123456789abcdef";
constexpr int kOffsetDigits = 8;
constexpr char16_t kControlPictures = 0x2400;

void appendByte(QString &text, uchar byte)
{
    text += QLatin1Char(kDigits[byte >> 4]);
    text += QLatin1Char(kDigits[byte & 15]);
}

//! How many bytes at the end are the beginning of a character of UTF-8.
qsizetype cutAtEnd(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const auto byte = uchar(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue; // inside a character
        const int length = byte >= 0xF8 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

} // namespace

QString hexDump(QByteArrayView bytes)
{
    QString text;
    text.reserve((bytes.size() / kHexBytesPerLine + 1) * 80);
    for (qsizetype line = 0; line < bytes.size(); line += kHexBytesPerLine) {
        if (line > 0)
            text += QLatin1Char('\n');
        text += QString::number(line, 16).rightJustified(kOffsetDigits, QLatin1Char('0')) + QLatin1Char(' ');
        const qsizetype end = std::min<qsizetype>(line + kHexBytesPerLine, bytes.size());
        for (qsizetype i = line; i < line + kHexBytesPerLine; ++i) {
            text += (i - line) % 8 == 0 ? QLatin1String("  ") : QLatin1String(" ");
            if (i < end)
                appendByte(text, uchar(bytes[i]));
            else
                text += QLatin1String("  ");
        }
        text += QLatin1String("  |");
        for (qsizetype i = line; i < end; ++i) {
            const char c = bytes[i];
            text += c >= ' ' && c < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
        }
        text += QLatin1Char('|');
    }
    return text;
}

QString plainText(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes.chopped(cutAtEnd(bytes)));
    for (QChar &c : text) {
        const char16_t code = c.unicode();
        if (code < 0x20 && code != '\n' && code != '\t')
            c = QChar(char16_t(kControlPictures + code));
        else if (code == 0x7F)
            c = QChar(char16_t(0x2421));
        // Marks that turn the direction of writing could make the view read as something else.
        else if ((code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x2028
                 || code == 0x2029)
            c = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

} // namespace relay::gui::tap

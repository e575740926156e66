// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/format/escape.h"

namespace relay::format {

namespace {

void append(QString &out, char32_t c)
{
    switch (c) {
    case U'\n': out += QLatin1String("\\n"); return;
    case U'\r': out += QLatin1String("\\r"); return;
    case U'\t': out += QLatin1String("\\t"); return;
    case U'\\': out += QLatin1String("\\\\"); return;
    default: break;
    }
    if (!isHazardous(c))
        out += QChar::fromUcs4(c);
    else if (c < 0x100)
        out += QStringLiteral("\\x%1").arg(uint(c), 2, 16, QLatin1Char('0'));
    else
        out += QStringLiteral("\\u{%1}").arg(uint(c), 4, 16, QLatin1Char('0'));
}

} // namespace

bool isHazardous(char32_t c)
{
    const bool isBidirectional
        = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    return QChar::category(c) == QChar::Other_Control || QChar::isSurrogate(c) || c == 0x2028 || c == 0x2029
        || isBidirectional;
}

QString escaped(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        append(out, isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode()));
        i += isPair ? 1 : 0;
    }
    return out;
}

QString quoted(QStringView text)
{
    return u'"' + escaped(text).replace(u'"', QLatin1String("\\\"")) + u'"';
}

} // namespace relay::format

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/csvfield.h"

#include <QRegularExpression>

namespace relay::gui {

QByteArray csvField(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(QLatin1Char('\''));
    static const QRegularExpression special(QStringLiteral("[\",\r\n]"));
    if (!text.contains(special))
        return text.toUtf8();
    return '"' + text.replace(QLatin1Char('"'), QLatin1String("\"\"")).toUtf8() + '"';
}

} // namespace relay::gui

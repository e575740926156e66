// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/reason.h"

#include <QTextBoundaryFinder>

namespace relay::gui::dialogs {

QString cutToBytes(const QString &text, int bytes)
{
    if (text.toUtf8().size() <= bytes)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    while (finder.toNextBoundary() > 0) {
        if (text.first(finder.position()).toUtf8().size() > bytes)
            break;
        end = finder.position();
    }
    return text.first(end);
}

} // namespace relay::gui::dialogs

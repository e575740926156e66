// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHash>
#include <QString>

namespace relay::gui {

//! A text to be translated, as QT_TRANSLATE_NOOP3 makes it.
struct Word
{
    const char *text;
    const char *comment;
};
using Dictionary = QHash<QString, Word>; //!< by a stable word of relayd

//! In the window's language; a word that is not there stays as it is.
[[nodiscard]] inline QString lookUp(const Dictionary &dictionary, const char *context, const QString &word)
{
    const auto found = dictionary.constFind(word);
    return found == dictionary.cend() ? word : QCoreApplication::translate(context, found->text, found->comment);
}

} // namespace relay::gui

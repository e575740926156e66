// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace relay::client::monitor {

/*!
 * A command as it was written, in words: first $NAME and ${NAME} become what the environment has (nothing when it has
 * none of that name), then blanks divide, except in double quotes. No shell has a part in it. Empty when nothing is
 * left. Pure.
 */
[[nodiscard]] QStringList wordsOf(const QString &command, const QProcessEnvironment &environment);

} // namespace relay::client::monitor

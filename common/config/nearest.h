// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace relay::config {

//! The known word that the wrong one was probably meant to be; empty when none is near.
[[nodiscard]] QString nearestWord(QStringView wrong, const QStringList &known);

} // namespace relay::config

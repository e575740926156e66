// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QString>

namespace relay::client::session {

//! Adds certificates in PEM to those that are trusted; nothing for an empty path. Empty on success, else a sentence.
[[nodiscard]] QString trust(const QString &path, QSslConfiguration &tls);

} // namespace relay::client::session

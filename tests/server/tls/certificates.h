// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace relay::tests {

//! A certificate that vouches for itself, and its key, in PEM.
struct Certificate
{
    QByteArray certificate;
    QByteArray key;
};

//! EC P-256, valid from a day before until so many days after now.
[[nodiscard]] Certificate makeCertificate(int days = 30);

//! The key under a pass phrase.
[[nodiscard]] QByteArray encrypted(const QByteArray &key);

} // namespace relay::tests

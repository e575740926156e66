// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/console.h"

#include <cstdio>

namespace relay::client::console {

void out(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void error(const QString &text)
{
    const QByteArray bytes = "relay: " + text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
}

} // namespace relay::client::console

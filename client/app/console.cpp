// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/console.h"

#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

namespace relay::client::console {

void out(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void error(const QString &text)
{
    const QByteArray bytes = QByteArray("relay: ").append(text.toUtf8()).append('\n');
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
}

bool isTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

Size terminalSize()
{
    winsize size {};
    if (!isTerminal() || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return {};
    return { size.ws_col, size.ws_row };
}

} // namespace relay::client::console

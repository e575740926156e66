// SPDX-License-Identifier: GPL-3.0-or-later
#include <netdb.h>
#include <unistd.h>

//! Stands before that of the C library in a program that this was preloaded into.
extern "C" int getaddrinfo(const char *, const char *, const addrinfo *, addrinfo **)
{
    constexpr unsigned kSeconds = 30;
    ::sleep(kSeconds);
    return EAI_AGAIN;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/error.h"

#include <array>

namespace relay::admin {

namespace {

struct Entry
{
    ErrorClass kind;
    QLatin1String name;
    int code;
};

// Codes are part of the protocol: append, never renumber.
constexpr std::array<Entry, 14> kEntries { {
    { ErrorClass::ParseError, QLatin1String("ParseError"), -32700 },
    { ErrorClass::InvalidRequest, QLatin1String("InvalidRequest"), -32600 },
    { ErrorClass::MethodNotFound, QLatin1String("MethodNotFound"), -32601 },
    { ErrorClass::InvalidParams, QLatin1String("InvalidParams"), -32602 },
    { ErrorClass::NotOpen, QLatin1String("NotOpen"), -32001 },
    { ErrorClass::UnknownProtocol, QLatin1String("UnknownProtocol"), -32002 },
    { ErrorClass::NotPermitted, QLatin1String("NotPermitted"), -32003 },
    { ErrorClass::NotFound, QLatin1String("NotFound"), -32004 },
    { ErrorClass::Gone, QLatin1String("Gone"), -32005 },
    { ErrorClass::Conflict, QLatin1String("Conflict"), -32006 },
    { ErrorClass::LimitReached, QLatin1String("LimitReached"), -32007 },
    { ErrorClass::Busy, QLatin1String("Busy"), -32008 },
    { ErrorClass::Stale, QLatin1String("Stale"), -32009 },
    { ErrorClass::InvalidFilter, QLatin1String("InvalidFilter"), -32010 },
} };

const Entry &entryOf(ErrorClass kind)
{
    const auto &entry = kEntries.at(static_cast<std::size_t>(kind));
    Q_ASSERT(entry.kind == kind);
    return entry;
}

} // namespace

QLatin1String errorName(ErrorClass kind)
{
    return entryOf(kind).name;
}

int errorCode(ErrorClass kind)
{
    return entryOf(kind).code;
}

} // namespace relay::admin

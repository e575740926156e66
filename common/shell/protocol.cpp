// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/shell/protocol.h"

#include <algorithm>

namespace relay::shell {

namespace {

constexpr qsizetype kShortestId = 22;
constexpr qsizetype kLongest = 64;

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isOf(QByteArrayView text, QByteArrayView others)
{
    return std::all_of(text.begin(), text.end(), [&](char c) { return isLetterOrDigit(c) || others.contains(c); });
}

} // namespace

bool isResumeId(QByteArrayView text)
{
    return text.size() >= kShortestId && text.size() <= kLongest && isOf(text, "-_");
}

bool isTargetName(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= kLongest && isOf(text, "._-");
}

} // namespace relay::shell

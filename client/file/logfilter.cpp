// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/logfilter.h"

#include <algorithm>

namespace relay::client::file {

namespace {

bool matchesAny(const std::vector<QRegularExpression> &patterns, const QString &message)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const QRegularExpression &pattern) { return pattern.match(message).hasMatch(); });
}

} // namespace

void LogFilter::apply(const FilterChange &change)
{
    switch (change.verb) {
    case FilterChange::Verb::Accept: m_accepted.push_back(change.pattern); break;
    case FilterChange::Verb::Deny: m_denied.push_back(change.pattern); break;
    case FilterChange::Verb::Reset:
        m_accepted.clear();
        m_denied.clear();
        break;
    }
}

bool LogFilter::passes(const QString &message) const
{
    if (m_accepted.empty() && m_denied.empty())
        return true;
    return !matchesAny(m_denied, message) && matchesAny(m_accepted, message);
}

} // namespace relay::client::file

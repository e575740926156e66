// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/file/script.h"

namespace relay::client::file {

/*!
 * What of the incoming messages goes into the log. Without patterns: everything. With any: what matches a pattern of
 * the denied is left out, and of the rest only what matches one of the accepted goes in; so a filter that only denies
 * lets nothing through.
 */
class LogFilter
{
public:
    void apply(const FilterChange &change);
    [[nodiscard]] bool passes(const QString &message) const;

private:
    std::vector<QRegularExpression> m_accepted;
    std::vector<QRegularExpression> m_denied;
};

} // namespace relay::client::file

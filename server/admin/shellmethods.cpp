// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/shells.h"
#include "server/admin/methods.h"
#include "server/admin/page.h"
#include "server/admin/rows.h"

namespace relay::admin::calls {

Outcome shellsList(const CallContext &context, Arguments &arguments)
{
    auto read = readPageRequest(arguments);
    if (auto *error = std::get_if<Error>(&read))
        return std::move(*error);
    const auto &request = std::get<PageRequest>(read);
    auto columns = ShellColumns::choose(request.fields, defaultColumns(QString(stream::kShells)));
    if (auto *error = std::get_if<Error>(&columns))
        return std::move(*error);
    const QString sortColumn = request.sortColumn.isEmpty() ? QStringLiteral("id") : request.sortColumn;
    auto sortBy = ShellColumns::choose({ sortColumn }, {});
    if (auto *error = std::get_if<Error>(&sortBy))
        return std::move(*error);
    std::vector<const stats::ShellEntry *> wanted;
    for (const auto &[id, shell] : context.ledger.shells()) {
        if (request.filter.matches(shell.client->facts))
            wanted.push_back(&shell);
    }
    return writePage(wanted, std::get<ShellColumns>(columns), std::get<ShellColumns>(sortBy), request);
}

} // namespace relay::admin::calls

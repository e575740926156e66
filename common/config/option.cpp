// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/option.h"

#include <algorithm>

namespace relay::config {

const OptionSpec *findOption(const OptionTable &table, QStringView name)
{
    const auto found = std::find_if(table.options.begin(), table.options.end(),
                                    [name](const OptionSpec &option) { return option.name == name; });
    return found == table.options.end() ? nullptr : &*found;
}

QStringList variablesOf(const OptionTable &table, const OptionSpec &option)
{
    const QString own = table.environmentPrefix + option.name.toUpper().replace(u'-', u'_');
    return QStringList { own } + option.otherVariables;
}

QString fileKeyOf(const OptionSpec &option)
{
    return option.fileKey.isEmpty() ? QString(option.name).replace(u'-', u'_') : option.fileKey;
}

} // namespace relay::config

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/message.h"

#include "common/format/escape.h"

namespace relay::config {

namespace {

constexpr int kWrongUsage = 2;

QString defaultValueName(Kind kind)
{
    switch (kind) {
    case Kind::String: return QStringLiteral("TEXT");
    case Kind::Integer: return QStringLiteral("NUMBER");
    case Kind::Size: return QStringLiteral("SIZE");
    case Kind::Duration: return QStringLiteral("TIME");
    case Kind::List: return QStringLiteral("TEXT");
    case Kind::Boolean: break;
    }
    return {};
}

QString flagText(const OptionSpec &option)
{
    const QString valueName = option.valueName.isEmpty() ? defaultValueName(option.kind) : option.valueName;
    const QString flag = QStringLiteral("--") + option.name;
    return option.kind == Kind::Boolean ? flag : flag + u' ' + valueName;
}

QString separatorName(char16_t separator)
{
    return separator == u'\n' ? QStringLiteral("a newline") : QString(QChar(separator));
}

QString detailText(const OptionTable &table, const OptionSpec &option)
{
    QStringList details;
    if (!option.choices.isEmpty())
        details.append(QStringLiteral("one of ") + option.choices.join(QStringLiteral(", ")));
    if (option.kind == Kind::List)
        details.append(option.separator == u',' ? QStringLiteral("may be repeated")
                                                : QStringLiteral("may be repeated; in the variable %1 lies between")
                                                      .arg(separatorName(option.separator)));
    if (!option.defaultValue.isEmpty() && !option.isSecret)
        details.append(QStringLiteral("default ") + option.defaultValue);
    details.append(variablesOf(table, option).join(QStringLiteral(", ")));
    if (option.isSecret)
        details.append(QStringLiteral("not as a flag, which other users of the machine could read"));
    return QStringLiteral("[%1]").arg(details.join(QStringLiteral("; ")));
}

QString entry(const QString &flag, const QString &help, const QString &details = {})
{
    const QString text = QStringLiteral("  %1\n      %2\n").arg(flag, help);
    return details.isEmpty() ? text : text + QStringLiteral("      ") + details + u'\n';
}

QString usageLine(const OptionTable &table)
{
    QString line = QStringLiteral("Usage: %1 [options]").arg(table.program);
    for (const Positional &word : table.positionals)
        line += (word.isRequired ? QStringLiteral(" %1") : QStringLiteral(" [%1]")).arg(word.name);
    return line + u'\n';
}

} // namespace

QString helpText(const OptionTable &table)
{
    QString out = usageLine(table) + table.summary + u'\n';
    for (const Positional &word : table.positionals)
        out += u'\n' + entry(word.name, word.help);
    out += QStringLiteral("\nOptions");
    out += table.hasFile ? QStringLiteral(" (a flag beats the environment, that the file, that the default):\n")
                         : QStringLiteral(" (a flag beats the environment, that the default):\n");
    for (const OptionSpec &option : table.options) {
        const QString name = option.isSecret ? variablesOf(table, option).constFirst() : flagText(option);
        out += entry(name, option.help, detailText(table, option));
    }
    if (table.hasFile) {
        out += entry(QStringLiteral("--config FILE"),
                     QStringLiteral("Read options from a TOML file, with _ for - in names"),
                     QStringLiteral("[%1CONFIG]").arg(table.environmentPrefix));
        out += entry(QStringLiteral("--print-config"),
                     QStringLiteral("Print the configuration in force and where each value comes from, and end"));
    }
    out += entry(QStringLiteral("-v, --version"), QStringLiteral("Print the version and end"));
    out += entry(QStringLiteral("-h, --help"), QStringLiteral("Print this help and end"));
    return out;
}

QString refusalText(const OptionSpec &option, const Value &given, const QString &text, const QString &allowed)
{
    QString where = given.place;
    if (given.source == Source::Default)
        where = QStringLiteral("--%1 (default)").arg(option.name);
    else if (given.source == Source::File)
        where += QStringLiteral(": ") + fileKeyOf(option);
    return option.isSecret ? QStringLiteral("%1 %2").arg(where, allowed)
                           : QStringLiteral("%1 is %2 but %3").arg(where, format::quoted(text), allowed);
}

Exit wrongUsage(const OptionTable &table, const QStringList &errors)
{
    QString text;
    for (const QString &error : errors)
        text += QStringLiteral("%1: %2\n").arg(table.program, error);
    text += QStringLiteral("\"%1 --help\" lists the options.\n").arg(table.program);
    return Exit { kWrongUsage, text, true };
}

} // namespace relay::config

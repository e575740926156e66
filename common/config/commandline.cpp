// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/commandline.h"

#include "common/config/nearest.h"
#include "common/format/escape.h"

#include <QCommandLineParser>

namespace relay::config {

namespace {

constexpr QLatin1String kHelp("help");
constexpr QLatin1String kVersion("version");
constexpr QLatin1String kConfig("config");
constexpr QLatin1String kPrintConfig("print-config");

QString negated(const OptionSpec &option)
{
    return QStringLiteral("no-") + option.name;
}

void declare(QCommandLineParser &parser, const OptionTable &table)
{
    for (const OptionSpec &option : table.options) {
        if (option.kind == Kind::Boolean) {
            parser.addOption({ option.name, {} });
            parser.addOption({ negated(option), {} });
        } else {
            parser.addOption({ option.name, {}, QStringLiteral("value") });
        }
    }
    parser.addOption({ { QStringLiteral("h"), kHelp }, {} });
    parser.addOption({ { QStringLiteral("v"), kVersion }, {} });
    if (table.hasFile) {
        parser.addOption({ kConfig, {}, QStringLiteral("value") });
        parser.addOption({ kPrintConfig, {} });
    }
}

QStringList flagNames(const OptionTable &table)
{
    QStringList names { kHelp, kVersion };
    if (table.hasFile)
        names << kConfig << kPrintConfig;
    for (const OptionSpec &option : table.options)
        names.append(option.name);
    return names;
}

QString unknownFlag(const OptionTable &table, const QString &name)
{
    const QString dashes = name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--");
    const QString nearest = nearestWord(name, flagNames(table));
    const QString hint = nearest.isEmpty() ? QString() : QStringLiteral("; did you mean --%1?").arg(nearest);
    return QStringLiteral("there is no option %1%2%3").arg(dashes, format::escaped(name), hint);
}

void takeOption(const QCommandLineParser &parser, const OptionTable &table, const OptionSpec &option, CommandLine &line)
{
    const QString flag = QStringLiteral("--") + option.name;
    if (option.isSecret) {
        const QString other
            = table.hasFile ? QStringLiteral(" or put %1 into the file of --config").arg(fileKeyOf(option)) : QString();
        line.errors.append(QStringLiteral("%1 is not taken as a flag, since every user of the machine could read it in "
                                          "the process list; set %2%3")
                               .arg(flag, variablesOf(table, option).constFirst(), other));
        return;
    }
    QStringList texts = parser.values(option.name);
    if (texts.isEmpty())
        return; // the last word of the line; the parser has said that its value is missing
    if (option.kind != Kind::List)
        texts = { texts.constLast() };
    line.values.insert(option.name, Value { texts, Source::Flag, flag });
}

void takeBoolean(const QCommandLineParser &parser, const OptionSpec &option, CommandLine &line)
{
    const QStringList given = parser.optionNames();
    const bool isOn = given.lastIndexOf(option.name) > given.lastIndexOf(negated(option));
    const QString flag = QStringLiteral("--") + (isOn ? option.name : negated(option));
    const QString text = isOn ? QStringLiteral("true") : QStringLiteral("false");
    line.values.insert(option.name, Value { { text }, Source::Flag, flag });
}

void takePositionals(const OptionTable &table, const QStringList &words, CommandLine &line)
{
    line.positionals = words;
    const qsizetype allowed = qsizetype(table.positionals.size());
    if (words.size() > allowed)
        line.errors.append(QStringLiteral("%1 is one word too many").arg(format::quoted(words[allowed])));
    for (qsizetype i = words.size(); i < allowed; ++i) {
        if (table.positionals[size_t(i)].isRequired)
            line.errors.append(QStringLiteral("%1 is missing").arg(table.positionals[size_t(i)].name));
    }
}

} // namespace

CommandLine readCommandLine(const OptionTable &table, const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser, table);
    CommandLine line;
    const bool isUnderstood = parser.parse(arguments);
    line.wantsHelp = parser.isSet(kHelp);
    line.wantsVersion = parser.isSet(kVersion);
    for (const QString &name : parser.unknownOptionNames())
        line.errors.append(unknownFlag(table, name));
    if (!isUnderstood && line.errors.isEmpty())
        line.errors.append(parser.errorText());
    if (table.hasFile) {
        line.wantsConfig = parser.isSet(kPrintConfig);
        line.configFile = parser.value(kConfig);
    }
    for (const OptionSpec &option : table.options) {
        if (option.kind == Kind::Boolean && (parser.isSet(option.name) || parser.isSet(negated(option))))
            takeBoolean(parser, option, line);
        else if (option.kind != Kind::Boolean && parser.isSet(option.name))
            takeOption(parser, table, option, line);
    }
    takePositionals(table, parser.positionalArguments(), line);
    return line;
}

} // namespace relay::config

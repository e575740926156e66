// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/load.h"

#include "common/config/commandline.h"
#include "common/config/file.h"
#include "common/config/message.h"
#include "common/config/value.h"

#include <algorithm>
#include <cstdio>

namespace relay::config {

namespace {

//! A choice as the table spells it, whatever capitals it was written with.
QString spelledAsChoice(const OptionSpec &option, const QString &text)
{
    const auto choice = std::find_if(option.choices.begin(), option.choices.end(), [&](const QString &known) {
        return known.compare(text, Qt::CaseInsensitive) == 0;
    });
    return choice == option.choices.end() ? text : *choice;
}

QStringList split(const OptionSpec &option, const QString &text)
{
    if (option.kind != Kind::List)
        return { text };
    QStringList entries;
    for (const QString &entry : text.split(QChar(option.separator), Qt::SkipEmptyParts))
        entries.append(entry.trimmed());
    return entries;
}

} // namespace

//! Lays the sources over one another, weakest first, and judges what is left on top.
class Loader
{
public:
    Loader(const OptionTable &table, const QProcessEnvironment &environment)
        : m_environment(environment)
    {
        m_settings.m_table = table;
    }

    std::variant<Settings, Exit> run(const QStringList &arguments)
    {
        const CommandLine line = readCommandLine(table(), arguments);
        if (line.wantsHelp)
            return Exit { 0, helpText(table()), false };
        if (line.wantsVersion)
            return Exit { 0, QStringLiteral("%1 %2\n").arg(table().program, table().version), false };
        m_errors = line.errors;
        m_settings.m_positionals = line.positionals;
        takeDefaults();
        takeFile(line.configFile);
        takeEnvironment();
        take(line.values);
        judge();
        if (!m_errors.isEmpty())
            return wrongUsage(table(), m_errors);
        if (line.wantsConfig)
            return Exit { 0, m_settings.describe(), false };
        return std::move(m_settings);
    }

private:
    const OptionTable &table() const { return m_settings.m_table; }

    void take(const QHash<QString, Value> &values)
    {
        for (auto value = values.begin(); value != values.end(); ++value)
            m_settings.m_values.insert(value.key(), value.value());
    }

    void takeDefaults()
    {
        for (const OptionSpec &option : table().options)
            m_settings.m_values.insert(option.name, Value { split(option, option.defaultValue), Source::Default, {} });
    }

    void takeFile(const QString &flag)
    {
        if (!table().hasFile)
            return;
        const QString variable = table().environmentPrefix + QStringLiteral("CONFIG");
        const QString path = flag.isEmpty() ? m_environment.value(variable) : flag;
        if (path.isEmpty())
            return;
        const FileContent content = readFile(table(), path);
        m_errors += content.errors;
        m_settings.m_warnings += content.warnings;
        take(content.values);
    }

    void takeEnvironment()
    {
        for (const OptionSpec &option : table().options) {
            for (const QString &variable : variablesOf(table(), option)) {
                const QString text = m_environment.value(variable);
                if (text.isEmpty())
                    continue;
                m_settings.m_values.insert(option.name, Value { split(option, text), Source::Environment, variable });
                break;
            }
        }
    }

    void judge()
    {
        for (const OptionSpec &option : table().options) {
            Value &value = m_settings.m_values[option.name];
            if (value.source == Source::Default && option.defaultValue.isEmpty())
                continue; // not given at all
            for (QString &text : value.texts) {
                text = spelledAsChoice(option, text);
                if (const QString allowed = refusalOf(option, text); !allowed.isEmpty())
                    m_errors.append(refusalText(option, value, text, allowed));
            }
        }
    }

    const QProcessEnvironment &m_environment;
    Settings m_settings;
    QStringList m_errors;
};

std::variant<Settings, Exit> load(const OptionTable &table, const QStringList &arguments,
                                  const QProcessEnvironment &environment)
{
    return Loader(table, environment).run(arguments);
}

int print(const Exit &exit)
{
    std::FILE *stream = exit.isError ? stderr : stdout;
    // Whoever closed the stream does not want to know.
    (void)std::fputs(exit.text.toUtf8().constData(), stream);
    (void)std::fflush(stream);
    return exit.code;
}

} // namespace relay::config

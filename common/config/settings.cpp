// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/settings.h"

#include "common/config/message.h"
#include "common/config/value.h"

namespace relay::config {

namespace {

QString tomlString(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            out += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return u'"' + out + u'"';
}

QString tomlValue(const OptionSpec &option, const QStringList &texts)
{
    if (option.kind == Kind::List) {
        QStringList entries;
        for (const QString &text : texts)
            entries.append(tomlString(text));
        return u'[' + entries.join(QStringLiteral(", ")) + u']';
    }
    const QString text = texts.value(0);
    if (option.kind == Kind::Boolean)
        return parseBoolean(text).value_or(false) ? QStringLiteral("true") : QStringLiteral("false");
    return option.kind == Kind::Integer ? text : tomlString(text);
}

QString sourceWord(const Value &value)
{
    return value.source == Source::Default ? QStringLiteral("default") : value.place;
}

} // namespace

const Value &Settings::value(QStringView name) const
{
    const auto found = m_values.constFind(name.toString());
    if (found == m_values.constEnd())
        qFatal("config: no option %s is declared", qUtf8Printable(name.toString()));
    return *found;
}

const OptionSpec &Settings::option(QStringView name, Kind kind) const
{
    const OptionSpec *option = findOption(m_table, name);
    if (!option || option->kind != kind)
        qFatal("config: option %s is not declared with the kind that is asked for", qUtf8Printable(name.toString()));
    return *option;
}

QString Settings::text(QStringView name) const
{
    option(name, Kind::String);
    return value(name).texts.value(0);
}

QStringList Settings::list(QStringView name) const
{
    option(name, Kind::List);
    return value(name).texts;
}

// load() has checked the values: an empty default of a number is 0.
bool Settings::isOn(QStringView name) const
{
    option(name, Kind::Boolean);
    return parseBoolean(value(name).texts.value(0)).value_or(false);
}

qint64 Settings::integer(QStringView name) const
{
    option(name, Kind::Integer);
    return parseInteger(value(name).texts.value(0)).value_or(0);
}

qint64 Settings::bytes(QStringView name) const
{
    option(name, Kind::Size);
    return parseSize(value(name).texts.value(0)).value_or(0);
}

std::chrono::nanoseconds Settings::duration(QStringView name) const
{
    option(name, Kind::Duration);
    return parseDuration(value(name).texts.value(0)).value_or(std::chrono::nanoseconds(0));
}

std::chrono::milliseconds Settings::milliseconds(QStringView name) const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration(name));
}

Source Settings::source(QStringView name) const
{
    return value(name).source;
}

QStringList Settings::written(QStringView name) const
{
    const OptionSpec *option = findOption(m_table, name);
    return option && option->isSecret ? QStringList() : value(name).texts;
}

QString Settings::describe() const
{
    // A key behind a [table] line would belong to it, so keys are written in their dotted form.
    QString out = QStringLiteral("# %1 %2: the configuration in force, and where each value comes from\n")
                      .arg(m_table.program, m_table.version);
    for (const OptionSpec &option : m_table.options) {
        const Value &value = m_values[option.name];
        const QString key = fileKeyOf(option);
        if (option.isSecret) {
            const bool isGiven = value.source != Source::Default;
            out += QStringLiteral("# %1 is %2\n")
                       .arg(key,
                            isGiven ? QStringLiteral("set by %1, not shown").arg(value.place)
                                    : QStringLiteral("not set"));
            continue;
        }
        const bool isUnset
            = value.source == Source::Default && option.defaultValue.isEmpty() && option.kind != Kind::Boolean;
        out += isUnset ? QStringLiteral("# %1 is not set\n").arg(key)
                       : QStringLiteral("%1 = %2  # %3\n").arg(key, tomlValue(option, value.texts), sourceWord(value));
    }
    return out;
}

QList<Settings::Shown> Settings::shown() const
{
    QList<Shown> all;
    for (const OptionSpec &option : m_table.options) {
        const Value &given = m_values[option.name];
        Shown shown { option.name, given.texts, sourceWord(given), option.kind == Kind::List };
        if (option.isSecret && given.source != Source::Default)
            shown.values = { QStringLiteral("(set)") };
        else if (option.isSecret)
            shown.values.clear();
        all << shown;
    }
    return all;
}

Exit Settings::refuse(QStringView name, const QString &allowed) const
{
    const OptionSpec *option = findOption(m_table, name);
    const Value &given = value(name);
    return wrongUsage(m_table, { refusalText(*option, given, given.texts.join(u','), allowed) });
}

} // namespace relay::config

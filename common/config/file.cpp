// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/file.h"

#include "common/config/nearest.h"
#include "common/format/escape.h"

#include <QFile>

#include <toml++/toml.h>

#include <algorithm>
#include <string_view>

namespace relay::config {

namespace {

constexpr qint64 kLargestFile = 1024 * 1024;

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString typeName(const toml::node &node)
{
    switch (node.type()) {
    case toml::node_type::table: return QStringLiteral("a table");
    case toml::node_type::array: return QStringLiteral("an array");
    case toml::node_type::string: return QStringLiteral("a string");
    case toml::node_type::integer: return QStringLiteral("a whole number");
    case toml::node_type::floating_point: return QStringLiteral("a number with a point");
    case toml::node_type::boolean: return QStringLiteral("true or false");
    default: return QStringLiteral("a date or time");
    }
}

QString wantedType(Kind kind)
{
    switch (kind) {
    case Kind::String: return QStringLiteral("a string in quotes");
    case Kind::Integer: return QStringLiteral("a whole number");
    case Kind::Size: return QStringLiteral("a number of bytes or a string such as \"10MiB\"");
    case Kind::Duration: return QStringLiteral("a number of seconds or a string such as \"1m30s\"");
    case Kind::Boolean: return QStringLiteral("true or false");
    case Kind::List: return QStringLiteral("an array of strings");
    }
    return {};
}

//! The text of a value of the right type, else nullopt.
std::optional<QString> scalarText(Kind kind, const toml::node &node)
{
    const bool takesText = kind == Kind::String || kind == Kind::Size || kind == Kind::Duration || kind == Kind::List;
    const bool takesNumber = kind == Kind::Integer || kind == Kind::Size || kind == Kind::Duration;
    if (const auto *text = node.as_string(); text && takesText)
        return fromUtf8(text->get());
    if (const auto *number = node.as_integer(); number && takesNumber)
        return QString::number(number->get());
    if (const auto *truth = node.as_boolean(); truth && kind == Kind::Boolean)
        return truth->get() ? QStringLiteral("true") : QStringLiteral("false");
    return std::nullopt;
}

//! An entry that is written as a table: exactly the wanted keys, each with a string.
std::optional<QString> entryText(const QStringList &keys, const toml::table &table)
{
    QStringList values;
    for (const QString &key : keys) {
        const auto *text = table[key.toStdString()].as_string();
        if (!text)
            return std::nullopt;
        values.append(fromUtf8(text->get()));
    }
    return table.size() == size_t(keys.size()) ? std::optional(values.join(u'=')) : std::nullopt;
}

std::optional<QStringList> textsOf(const OptionSpec &option, const toml::node &node)
{
    const toml::array *array = node.as_array();
    if (!array || option.kind != Kind::List) {
        const auto text = scalarText(option.kind, node);
        return text ? std::optional(QStringList { *text }) : std::nullopt;
    }
    QStringList texts;
    for (const toml::node &entry : *array) {
        const toml::table *table = option.entryKeys.isEmpty() ? nullptr : entry.as_table();
        const auto text = table ? entryText(option.entryKeys, *table) : scalarText(option.kind, entry);
        if (!text)
            return std::nullopt;
        texts.append(*text);
    }
    return texts;
}

class Reader
{
public:
    Reader(const OptionTable &table, const QString &path, FileContent &content)
        : m_table(table)
        , m_path(path)
        , m_content(content)
    {
        for (const OptionSpec &option : table.options)
            m_keys.append(fileKeyOf(option));
    }

    void walk(const toml::table &table, const QString &prefix)
    {
        for (const auto &[key, node] : table)
            take(prefix + fromUtf8(key.str()), node, key.source().begin.line);
    }

private:
    void take(const QString &key, const toml::node &node, toml::source_index line)
    {
        const QString place = QStringLiteral("%1:%2").arg(m_path).arg(line);
        const qsizetype index = m_keys.indexOf(key);
        if (index >= 0)
            return takeValue(m_table.options[size_t(index)], node, place);
        const QString prefix = key + u'.';
        const bool isKnownTable
            = std::any_of(m_keys.begin(), m_keys.end(), [&](const QString &known) { return known.startsWith(prefix); });
        if (const toml::table *inner = node.as_table(); inner && isKnownTable)
            return walk(*inner, prefix);
        const QString nearest = nearestWord(key, m_keys);
        m_content.errors.append(
            QStringLiteral("%1: unknown key %2%3")
                .arg(place, format::quoted(key),
                     nearest.isEmpty() ? QString() : QStringLiteral("; did you mean %1?").arg(nearest)));
    }

    void takeValue(const OptionSpec &option, const toml::node &node, const QString &place)
    {
        if (const auto texts = textsOf(option, node)) {
            m_content.values.insert(option.name, Value { *texts, Source::File, place });
            return;
        }
        const bool hasTables = !option.entryKeys.isEmpty() && node.is_array();
        const QString wanted = hasTables ? QStringLiteral("tables [[%1]] with the keys %2, each a string")
                                               .arg(fileKeyOf(option), option.entryKeys.join(u" and "))
                                         : wantedType(option.kind);
        m_content.errors.append(QStringLiteral("%1: %2 must be %3, not %4")
                                    .arg(place, fileKeyOf(option), wanted,
                                         hasTables ? QStringLiteral("what stands there") : typeName(node)));
    }

    const OptionTable &m_table;
    const QString &m_path;
    FileContent &m_content;
    QStringList m_keys; //!< in the order of the table's options
};

//! A secret in a file that everybody may read is worth a word.
void warnOfOpenSecrets(const OptionTable &table, const QFile &file, FileContent &content)
{
    if (!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)))
        return;
    for (const OptionSpec &option : table.options) {
        if (option.isSecret && content.values.contains(option.name)) {
            content.warnings.append(QStringLiteral("%1 holds %2 and others may read it; chmod 600 %1")
                                        .arg(file.fileName(), fileKeyOf(option)));
        }
    }
}

} // namespace

FileContent parseFile(const OptionTable &table, const QByteArray &text, const QString &path)
{
    FileContent content;
    try { // Debian's toml++ is built to throw; nothing of it leaves this function
        const toml::table root = toml::parse(std::string_view(text.constData(), size_t(text.size())));
        Reader(table, path, content).walk(root, {});
    } catch (const toml::parse_error &error) {
        content.errors.append(QStringLiteral("%1:%2: not valid TOML: %3")
                                  .arg(path)
                                  .arg(error.source().begin.line)
                                  .arg(format::escaped(fromUtf8(error.description()))));
    }
    return content;
}

FileContent readFile(const OptionTable &table, const QString &path)
{
    FileContent content;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        content.errors.append(QStringLiteral("%1: cannot be read: %2").arg(path, file.errorString()));
        return content;
    }
    const QByteArray text = file.read(kLargestFile + 1);
    if (text.size() > kLargestFile) {
        content.errors.append(QStringLiteral("%1: larger than 1 MiB; is it the configuration file?").arg(path));
        return content;
    }
    content = parseFile(table, text, path);
    warnOfOpenSecrets(table, file, content);
    return content;
}

} // namespace relay::config

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace relay::config {

enum class Kind {
    String,
    Integer,
    Size,     //!< bytes: 4096, 64KiB, 10MiB (K, M, G mean the same); KB, MB, GB are powers of 1000
    Duration, //!< 250ms, 30s, 1h2m3s, as Go writes them; a whole number is seconds
    Boolean,  //!< flag --name or --no-name; elsewhere true, false, 1, 0, yes, no, on, off, t, f
    List,     //!< a flag that may be repeated; an array in the file; a separator in the environment
};

/*!
 * One option, said once: the flag, the environment variable, the key in the configuration file, the help and
 * --print-config all come from it. Only name and help are needed.
 */
struct OptionSpec
{
    QString name; //!< "max-message": the flag --max-message
    QString help; //!< one sentence without a full stop
    Kind kind = Kind::String;
    QString defaultValue = {}; //!< as a user would write it; a list: joined by the separator
    QString valueName = {};    //!< what the help calls the value: "ADDRESS:PORT"
    //! Other environment variables, weaker than the own one (prefix + name: RELAY_MAX_MESSAGE), strongest first.
    QStringList otherVariables = {};
    QString fileKey = {};               //!< empty: the name with underscores. Dots are tables: "tls.certificate"
    std::optional<qint64> minimum = {}; //!< Integer, Size in bytes, Duration in milliseconds
    std::optional<qint64> maximum = {};
    QStringList choices = {}; //!< String: nothing else is allowed; a user may write capitals
    //! List: in the file each entry may be a table [[key]] with these keys, all strings; it means them joined by "=".
    QStringList entryKeys = {};
    char16_t separator = u','; //!< List: between entries in the environment and in the default value
    //! String, and each entry of a List: gives what is allowed ("must be ..."), empty when the value is fine.
    std::function<QString(const QString &value)> check = {};
    bool isSecret = false; //!< never a flag (the process list shows those), never printed
};

//! A word that is no option, in the order of the command line.
struct Positional
{
    QString name;
    QString help;
    bool isRequired = true;
};

//! All options of a program. --help, --version, --config and --print-config are added to it.
struct OptionTable
{
    QString program; //!< "relayd"
    QString summary; //!< a sentence for --help
    QString version;
    std::vector<OptionSpec> options;
    std::vector<Positional> positionals = {}; //!< none: a word that is no option is an error
    QString environmentPrefix = QStringLiteral("RELAY_");
    bool hasFile = true; //!< --config, RELAY_CONFIG and --print-config exist
};

//! The option of that name, or nullptr.
[[nodiscard]] const OptionSpec *findOption(const OptionTable &table, QStringView name);
//! Environment variables of an option, strongest first.
[[nodiscard]] QStringList variablesOf(const OptionTable &table, const OptionSpec &option);
[[nodiscard]] QString fileKeyOf(const OptionSpec &option);

} // namespace relay::config

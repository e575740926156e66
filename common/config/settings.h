// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/option.h"

#include <QHash>

#include <chrono>

namespace relay::config {

//! Weakest first.
enum class Source { Default, File, Environment, Flag };

//! A value as it was written, and where.
struct Value
{
    QStringList texts; //!< one, except for a List
    Source source = Source::Default;
    QString place = {}; //!< "--listen", "RELAY_LISTEN", "/etc/relay/relay.conf:12"
};

//! What a program does instead of its work: print the text and end.
struct Exit
{
    int code = 0;
    QString text;
    bool isError = false; //!< text belongs on stderr
};

/*!
 * The values that a program runs with. Made by load(), which has checked each of them: the accessors cannot fail for
 * a declared option of the right kind. Asking for any other is a mistake of the program and ends it.
 */
class Settings
{
public:
    [[nodiscard]] QString text(QStringView name) const;
    [[nodiscard]] QStringList list(QStringView name) const;
    [[nodiscard]] bool isOn(QStringView name) const;
    [[nodiscard]] qint64 integer(QStringView name) const;
    [[nodiscard]] qint64 bytes(QStringView name) const;
    [[nodiscard]] std::chrono::nanoseconds duration(QStringView name) const;
    [[nodiscard]] std::chrono::milliseconds milliseconds(QStringView name) const;

    [[nodiscard]] QStringList positionals() const { return m_positionals; }
    [[nodiscard]] Source source(QStringView name) const;
    //! Somebody gave it a value, if only the default one.
    [[nodiscard]] bool isSet(QStringView name) const { return source(name) != Source::Default; }

    //! The value as it was written, of any kind of option but a secret.
    [[nodiscard]] QStringList written(QStringView name) const;

    //! What to tell the operator at the start although it is no error.
    [[nodiscard]] QStringList warnings() const { return m_warnings; }
    //! The configuration as a file that --config takes, each line with where it came from; secrets left out.
    [[nodiscard]] QString describe() const;
    //! One option as an operator sees it: secrets are "(set)" or empty.
    struct Shown
    {
        QString name;
        QStringList values; //!< several only of a list
        QString from;       //!< "default", "--listen", "RELAY_LISTEN", "/etc/relay/relay.conf:12"
        bool isList = false;
    };
    [[nodiscard]] QList<Shown> shown() const;
    //! For what only the program can check: refuses the value of an option in the same words as load() does.
    [[nodiscard]] Exit refuse(QStringView name, const QString &allowed) const;

private:
    friend class Loader;
    const OptionSpec &option(QStringView name, Kind kind) const;
    const Value &value(QStringView name) const;

    OptionTable m_table;
    QHash<QString, Value> m_values;
    QStringList m_positionals;
    QStringList m_warnings;
};

} // namespace relay::config

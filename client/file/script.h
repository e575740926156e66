// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QRegularExpression>
#include <QString>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

/*!
 * Play files: one command a line, in the order in which they are tried.
 *
 *     # text                        a remark; #+ text goes into the log
 *     [500ms] text                  waits, then sends the text, if there is any
 *     <'pattern',5,10s> text        waits for 5 messages that match, or 10 s; then sends the text
 *     |accept> pattern              what the log lets through: accept (+, a), deny (-, d), reset (r)
 *     text                          is sent as it is
 */
namespace relay::client::file {

struct Remark
{
    QString text;
    bool isLogged = false;
};

struct Delay
{
    std::chrono::nanoseconds time {};
    QString text; //!< empty: nothing is sent
};

struct Condition
{
    QRegularExpression pattern; //!< an empty one waits for nothing
    qint64 count = 0;
    std::chrono::nanoseconds timeout {};
    QString text; //!< sent in either case

    [[nodiscard]] bool waits() const { return !pattern.pattern().isEmpty() && count > 0 && timeout.count() > 0; }
};

struct FilterChange
{
    enum class Verb { Accept, Deny, Reset };
    Verb verb = Verb::Reset;
    QRegularExpression pattern;
};

struct Sending
{
    QString text;
};

using Step = std::variant<Remark, Delay, Condition, FilterChange, Sending>;

struct ScriptFault
{
    int line = 0; //!< from 1
    QString text;
};

struct Script
{
    std::vector<Step> steps; //!< of the lines without fault
    std::vector<ScriptFault> faults;
};

//! Reads a whole play file, UTF-8, lines ended by LF or CRLF. Pure.
[[nodiscard]] Script parseScript(QByteArrayView text);

//! One line, or what is wrong with it.
[[nodiscard]] std::variant<Step, QString> parseStep(const QString &line);

} // namespace relay::client::file

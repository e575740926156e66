// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/script.h"

#include "client/file/pattern.h"
#include "common/config/value.h"

namespace relay::client::file {

namespace {

using Parsed = std::variant<Step, QString>;

//! The parts of a line of this form; nothing when it has another one.
std::optional<QStringList> partsOf(const QString &line, const QRegularExpression &form)
{
    const QRegularExpressionMatch match = form.match(line);
    return match.hasMatch() ? std::optional(match.capturedTexts().mid(1)) : std::nullopt;
}

// As in Go: a number needs its unit. The option table, which shares the rest of the grammar, takes it for seconds.
std::optional<std::chrono::nanoseconds> durationOf(const QString &text)
{
    if (text.isEmpty() || !text.back().isLetter())
        return std::nullopt;
    return config::parseDuration(text);
}

Parsed remark(const QStringList &parts)
{
    return Remark { parts[1], parts[0] == u"+" };
}

Parsed delay(const QStringList &parts)
{
    const QString &time = parts[0];
    if (time.size() <= 1) // "[]", and "[0]" without a unit
        return Delay { {}, parts[1] };
    const auto duration = durationOf(time);
    if (!duration)
        return QStringLiteral("\"%1\" is no time: write a number with its unit, such as 0.5s, 200ms or 1m30s").arg(time);
    return Delay { *duration, parts[1] };
}

Parsed condition(const QStringList &parts)
{
    static const QRegularExpression form(QStringLiteral("^\\s*'([^']*)'\\s*,\\s*([0-9]*)\\s*,\\s*([0-9hmns.]*)\\s*"));
    const auto arguments = partsOf(parts[0], form);
    if (!arguments)
        return QStringLiteral("a condition is written <'pattern',count,timeout>, such as <'^ready',1,10s>");
    bool isNumber = false;
    const qint64 count = arguments->at(1).toLongLong(&isNumber);
    if (!isNumber)
        return QStringLiteral("the condition has no count: how many messages have to match?");
    const auto timeout = durationOf(arguments->at(2));
    if (!timeout && arguments->at(2) != u"0")
        return QStringLiteral("the condition has no timeout with a unit, such as 10s");
    auto pattern = compilePattern(arguments->at(0));
    if (const auto *fault = std::get_if<QString>(&pattern))
        return *fault;
    return Condition { std::get<QRegularExpression>(pattern), count, timeout.value_or(std::chrono::nanoseconds::zero()),
                       parts[1] };
}

std::optional<FilterChange::Verb> verbOf(const QString &name)
{
    const QString verb = name.toLower();
    if (verb == u"+" || verb == u"a" || verb == u"accept")
        return FilterChange::Verb::Accept;
    if (verb == u"-" || verb == u"d" || verb == u"deny")
        return FilterChange::Verb::Deny;
    if (verb == u"r" || verb == u"reset")
        return FilterChange::Verb::Reset;
    return std::nullopt;
}

Parsed filter(const QStringList &parts)
{
    const auto verb = verbOf(parts[0]);
    if (!verb)
        return QStringLiteral("\"%1\" is no filter: there are accept (+, a), deny (-, d) and reset (r)").arg(parts[0]);
    if (*verb == FilterChange::Verb::Reset)
        return FilterChange {};
    auto pattern = compilePattern(parts[1]);
    if (const auto *fault = std::get_if<QString>(&pattern))
        return *fault;
    return FilterChange { *verb, std::get<QRegularExpression>(pattern) };
}

struct Form
{
    QRegularExpression expression;
    Parsed (*read)(const QStringList &parts);
};

const std::vector<Form> &forms()
{
    static const std::vector<Form> all = {
        { QRegularExpression(QStringLiteral("^\\s*#+([+-]*)\\s*(.*)")), remark },
        { QRegularExpression(QStringLiteral("^\\s*\\[\\s*([a-zA-Z0-9.]*)\\s*\\]\\s*(.*)")), delay },
        { QRegularExpression(QStringLiteral("^\\s*<(.*)>\\s*(.*)")), condition },
        { QRegularExpression(QStringLiteral("^\\s*\\|\\s*([-+a-zA-Z]+)\\s*>\\s*(.*)")), filter },
    };
    return all;
}

} // namespace

std::variant<Step, QString> parseStep(const QString &line)
{
    for (const Form &form : forms()) {
        if (const auto parts = partsOf(line, form.expression))
            return form.read(*parts);
    }
    return Sending { line };
}

Script parseScript(QByteArrayView text)
{
    Script script;
    int number = 0;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        QByteArrayView line = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        ++number;
        auto parsed = parseStep(QString::fromUtf8(line));
        if (auto *step = std::get_if<Step>(&parsed))
            script.steps.push_back(std::move(*step));
        else
            script.faults.push_back({ number, std::get<QString>(parsed) });
    }
    return script;
}

} // namespace relay::client::file

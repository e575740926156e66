// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/pattern.h"

#include <array>
#include <optional>

namespace relay::client::file {

namespace {

//! What a group that begins like this would do, where RE2 knows no such group.
std::optional<QString> faultOfGroup(QStringView rest)
{
    struct Start
    {
        QStringView text;
        QStringView what;
    };
    constexpr std::array<Start, 8> kStarts { {
        { u"?=", u"look-ahead" },
        { u"?!", u"look-ahead" },
        { u"?<=", u"look-behind" },
        { u"?<!", u"look-behind" },
        { u"?>", u"an atomic group" },
        { u"?(", u"a conditional group" },
        { u"?|", u"a branch reset" },
        { u"?#", u"a comment" },
    } };
    for (const Start &start : kStarts) {
        if (rest.startsWith(start.text))
            return start.what.toString();
    }
    return std::nullopt;
}

std::optional<QString> faultOfEscape(QChar escaped)
{
    if (escaped >= u'1' && escaped <= u'9')
        return QStringLiteral("a back-reference");
    if (QStringView(u"kgGKRXZ").contains(escaped))
        return QString(QStringLiteral("the escape \\") + escaped);
    return std::nullopt;
}

bool isRepetition(QChar c)
{
    return c == u'*' || c == u'+' || c == u'?' || c == u'}';
}

//! Names the first part that RE2 does not have.
std::optional<QString> foreignPart(QStringView pattern)
{
    bool isInClass = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'\\') {
            if (++i < pattern.size() && !isInClass) {
                if (auto fault = faultOfEscape(pattern[i]))
                    return fault;
            }
            continue;
        }
        if (isInClass) {
            isInClass = c != u']';
        } else if (c == u'[') {
            isInClass = true;
            const QStringView rest = pattern.sliced(i + 1);
            i += rest.startsWith(u"^]") ? 2 : rest.startsWith(u']') ? 1 : 0; // a first bracket is a character
        } else if (c == u'(') {
            if (auto fault = faultOfGroup(pattern.sliced(i + 1)))
                return fault;
        } else if (isRepetition(c) && i + 1 < pattern.size() && pattern[i + 1] == u'+') {
            return QStringLiteral("a possessive repetition");
        }
    }
    return std::nullopt;
}

} // namespace

std::variant<QRegularExpression, QString> compilePattern(const QString &pattern)
{
    if (const auto foreign = foreignPart(pattern))
        return QString(QStringLiteral("the pattern has ") + *foreign + QStringLiteral(", which is not supported"));
    QRegularExpression expression(pattern);
    if (!expression.isValid()) {
        return QStringLiteral("the pattern is wrong at character %1: %2")
            .arg(expression.patternErrorOffset() + 1)
            .arg(expression.errorString());
    }
    expression.optimize();
    return expression;
}

} // namespace relay::client::file

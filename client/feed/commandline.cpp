// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/commandline.h"

#include <QProcess>

namespace relay::client::feed {

namespace {

//! Whether a quotation is left open, which QProcess::splitCommand() takes to end where the text does.
bool isOpenEnded(const QString &text)
{
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'"')
            continue;
        if (QStringView(text).sliced(i).startsWith(u"\"\"\""))
            i += 2;
        else
            isQuoted = !isQuoted;
    }
    return isQuoted;
}

} // namespace

std::variant<CommandLine, QString> parseCommandLine(const QString &text)
{
    if (isOpenEnded(text))
        return QStringLiteral("must close the quotation that it opens (three double quotes mean one)");
    if (text.contains(QChar::Null))
        return QStringLiteral("must hold no zero byte");
    QStringList words = QProcess::splitCommand(text);
    if (words.isEmpty())
        return QStringLiteral("must name a program, such as ffmpeg, and its arguments");
    CommandLine line { .program = words.takeFirst(), .arguments = {} };
    line.arguments = words;
    return line;
}

QString faultOfCommandLine(const QString &text)
{
    const auto parsed = parseCommandLine(text);
    const auto *fault = std::get_if<QString>(&parsed);
    return fault ? *fault : QString();
}

} // namespace relay::client::feed

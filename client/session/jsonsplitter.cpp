// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/jsonsplitter.h"

#include <QJsonDocument>

namespace relay::client::session {

namespace {

//! The end of the object or array that begins at `start`, or -1.
qsizetype endOfValue(const QByteArray &text, qsizetype start)
{
    int depth = 0;
    bool isInString = false;
    for (qsizetype at = start; at < text.size(); ++at) {
        const char c = text[at];
        if (isInString) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                isInString = false;
            continue;
        }
        if (c == '"')
            isInString = true;
        else if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at + 1;
    }
    return -1;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

QByteArrayList splitGluedJson(const QByteArray &text)
{
    QByteArrayList values;
    qsizetype at = 0;
    while (at < text.size()) {
        if (isBlank(text[at])) {
            ++at;
            continue;
        }
        const qsizetype end = text[at] == '{' || text[at] == '[' ? endOfValue(text, at) : -1;
        if (end < 0 || QJsonDocument::fromJson(text.mid(at, end - at)).isNull())
            return { text };
        values.append(text.mid(at, end - at));
        at = end;
    }
    return values.size() > 1 ? values : QByteArrayList { text };
}

} // namespace relay::client::session

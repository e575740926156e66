// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/token/jsonkeys.h"

#include <QByteArray>
#include <QSet>

#include <algorithm>

namespace relay::token {

namespace {

//! The end of the string that begins at `start` with its quote: the index of the closing one, or the size.
qsizetype endOfString(QByteArrayView json, qsizetype start)
{
    qsizetype at = start + 1;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    return std::min(at, json.size());
}

} // namespace

bool hasRepeatedKey(QByteArrayView json)
{
    QSet<QByteArray> keys;
    int depth = 0;
    bool isKey = false; // the next string of the outermost object
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (c == '{' || c == '[') {
            isKey = ++depth == 1;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ',') {
            isKey = depth == 1;
        } else if (c == '"') {
            const qsizetype end = endOfString(json, at);
            const QByteArray text = json.sliced(at + 1, end - at - 1).toByteArray();
            if (isKey && depth == 1) {
                if (text.contains('\\') || keys.contains(text))
                    return true;
                keys.insert(text);
                isKey = false;
            }
            at = end;
        }
    }
    return false;
}

} // namespace relay::token

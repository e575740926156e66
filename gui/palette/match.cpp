// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/palette/match.h"

#include <QStringList>

#include <algorithm>

namespace relay::gui {

namespace {

enum Rank { Begins, WordBegins, Holds, MoreHolds };

int rankOfWord(const QString &word, const QString &text, const QString &more)
{
    const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at == 0)
        return Begins;
    for (qsizetype place = at; place > 0; place = text.indexOf(word, place + 1, Qt::CaseInsensitive))
        if (!text.at(place - 1).isLetterOrNumber())
            return WordBegins;
    if (at > 0)
        return Holds;
    return more.contains(word, Qt::CaseInsensitive) ? MoreHolds : -1;
}

} // namespace

int matchRank(const QString &query, const QString &text, const QString &more)
{
    int worst = Begins;
    const QStringList words = query.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const int rank = rankOfWord(word, text, more);
        if (rank < 0)
            return -1;
        worst = std::max(worst, rank);
    }
    return worst;
}

} // namespace relay::gui

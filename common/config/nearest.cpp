// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace relay::config {

namespace {

//! Letters to insert, delete or change, without regard to case (Levenshtein).
int distance(QStringView from, QStringView to)
{
    std::vector<int> row(size_t(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < to.size(); ++j) {
            const bool same = from[i].toCaseFolded() == to[j].toCaseFolded();
            const size_t at = size_t(j) + 1;
            const int changed = diagonal + (same ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({ row[at] + 1, row[at - 1] + 1, changed });
        }
    }
    return row.back();
}

} // namespace

QString nearestWord(QStringView wrong, const QStringList &known)
{
    QString nearest;
    // A third of the word may be wrong: "lisen" is listen, "foo" is nothing.
    int best = std::max(1, int(wrong.size()) / 3) + 1;
    for (const QString &word : known) {
        const int difference = distance(wrong, word);
        if (difference < best) {
            best = difference;
            nearest = word;
        }
    }
    return nearest;
}

} // namespace relay::config

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/familyfold.h"

#include "gui/graph/names.h"
#include "gui/graph/words.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace relay::gui::graph {

namespace {

constexpr QLatin1String kFamilyPrefix("family:"); // a topic begins with a slash

struct Family
{
    QString name;
    int topics = 0;
    int boxes = 0; //!< of its topics, each by itself
    bool isTroubled = false;
};

int boxesOf(const TopicGroup &group, bool isTroubled, const FoldOptions &fold)
{
    const int readers = isTroubled ? fold.troubledShown + 2 : 1; // those in trouble, and a fold of each kind
    return 1 + std::min<int>(1, int(group.publishers.size())) + std::min<int>(readers, int(group.readers.size()));
}

//! Largest first.
QVector<Family> healthyFamilies(const QHash<QString, Family> &families)
{
    QVector<Family> healthy;
    for (const Family &family : families) {
        if (!family.isTroubled && family.topics > 1)
            healthy.append(family);
    }
    std::sort(healthy.begin(), healthy.end(), [](const Family &a, const Family &b) {
        return a.topics != b.topics ? a.topics > b.topics : naturalCompare(a.name, b.name) < 0;
    });
    return healthy;
}

/*!
 * One group for each name that `nameOf` gives, where the first of it stood; null: it stays by itself. All in one pass,
 * since there may be thousands.
 */
template<typename NameOf, typename LabelOf>
void mergeByName(QVector<TopicGroup> &groups, NameOf nameOf, LabelOf labelOf)
{
    struct Merged
    {
        qsizetype place = 0;
        int count = 0;
    };
    QHash<QString, Merged> merged;
    QVector<TopicGroup> left;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QString name = nameOf(i);
        if (name.isNull()) {
            left.append(std::move(groups[i]));
            continue;
        }
        Merged &into = merged[name];
        if (into.count++ == 0) {
            into.place = left.size();
            TopicGroup first;
            first.topic.id = kFamilyPrefix + name;
            first.experiment = name;
            left.append(first);
        }
        merge(left[into.place], groups[i]);
    }
    for (auto it = merged.cbegin(); it != merged.cend(); ++it)
        left[it->place].label = labelOf(it.key(), it->count);
    groups = std::move(left);
}

} // namespace

bool isFamily(const QString &topicId)
{
    return topicId.startsWith(kFamilyPrefix);
}

void foldFamilies(QVector<TopicGroup> &groups, int limit, const FoldOptions &fold)
{
    QStringList names; // of the families, by group
    QVector<bool> troubled;
    QHash<QString, Family> families;
    int boxes = 0;
    for (const TopicGroup &group : std::as_const(groups)) {
        names.append(familyOf(group.experiment));
        troubled.append(group.isTroubled());
        Family &family = families[names.last()];
        family.name = names.last();
        family.isTroubled |= troubled.last();
        ++family.topics;
        const int own = boxesOf(group, troubled.last(), fold);
        family.boxes += own;
        boxes += own;
    }
    constexpr int kBoxesOfAFold = 3; // at most: publishers, topics, readers
    QSet<QString> folded;
    for (const Family &family : healthyFamilies(families)) {
        if (boxes <= limit)
            break;
        folded.insert(family.name);
        boxes += kBoxesOfAFold - family.boxes;
    }
    if (boxes <= limit) {
        if (folded.isEmpty())
            return;
        mergeByName(
            groups, [&](qsizetype i) { return folded.contains(names.at(i)) ? names.at(i) : QString(); },
            [](const QString &name, int count) { return words::family(name, count); });
        return;
    }
    // Not enough: all that is healthy.
    if (troubled.count(false) < 2)
        return;
    mergeByName(
        groups, [&](qsizetype i) { return troubled.at(i) ? QString() : QString(QLatin1String("")); },
        [](const QString &, int count) { return words::otherTopics(count); });
}

} // namespace relay::gui::graph

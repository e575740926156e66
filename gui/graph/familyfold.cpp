// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/familyfold.h"

#include "gui/graph/names.h"
#include "gui/graph/words.h"

#include <QHash>

#include <algorithm>

namespace relay::gui::graph {

namespace {

constexpr QLatin1String kFamilyPrefix("family:"); // a topic begins with a slash

struct Family
{
    QString name;
    int topics = 0;
    bool isTroubled = false;
};

QVector<Family> healthyFamilies(const QVector<TopicGroup> &groups)
{
    QHash<QString, Family> families;
    for (const TopicGroup &group : groups) {
        Family &family = families[familyOf(group.experiment)];
        family.name = familyOf(group.experiment);
        family.isTroubled |= group.isTroubled();
        ++family.topics;
    }
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

template<typename Belongs>
int mergeWhere(QVector<TopicGroup> &groups, const QString &id, Belongs belongs)
{
    TopicGroup merged;
    merged.topic.id = kFamilyPrefix + id;
    int count = 0;
    QVector<TopicGroup> left;
    qsizetype place = -1;
    for (const TopicGroup &group : groups) {
        if (!belongs(group)) {
            left.append(group);
            continue;
        }
        if (place < 0)
            place = left.size();
        merge(merged, group);
        ++count;
    }
    if (count < 2)
        return 0;
    merged.experiment = id;
    left.insert(place, merged);
    groups = left;
    return count;
}

void setLabel(QVector<TopicGroup> &groups, const QString &id, const QString &label)
{
    for (TopicGroup &group : groups) {
        if (group.topic.id == kFamilyPrefix + id)
            group.label = label;
    }
}

} // namespace

bool isFamily(const QString &topicId)
{
    return topicId.startsWith(kFamilyPrefix);
}

int boxesOf(const QVector<TopicGroup> &groups, const FoldOptions &fold)
{
    int boxes = 0;
    for (const TopicGroup &group : groups) {
        const int troubled = fold.troubledShown + 1;
        boxes += 1 + std::min<int>(1, int(group.publishers.size()))
            + std::min<int>(int(group.readers.size()), group.isTroubled() ? 1 + troubled : 1);
    }
    return boxes;
}

void foldFamilies(QVector<TopicGroup> &groups, int limit, const FoldOptions &fold)
{
    for (const Family &family : healthyFamilies(groups)) {
        if (boxesOf(groups, fold) <= limit)
            return;
        const QString name = family.name;
        const int count = mergeWhere(groups, name, [&name](const TopicGroup &group) {
            return !isFamily(group.topic.id) && familyOf(group.experiment) == name;
        });
        setLabel(groups, name, words::family(name, count));
    }
    if (boxesOf(groups, fold) <= limit)
        return;
    const int count = mergeWhere(groups, QString(), [](const TopicGroup &group) { return !group.isTroubled(); });
    setLabel(groups, QString(), words::otherTopics(count));
}

} // namespace relay::gui::graph

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/topicgroup.h"

#include <QVector>

namespace relay::gui::graph {

/*!
 * Where groups would take more than about `limit` boxes, folds whole families without trouble ("spin, 14 topics"), largest first,
 * and if that is not enough all that is healthy. What is in trouble always keeps its own boxes. isFamily() tells
 * merged groups from topics.
 */
void foldFamilies(QVector<TopicGroup> &groups, int limit, const FoldOptions &fold);

[[nodiscard]] bool isFamily(const QString &topicId);

} // namespace relay::gui::graph

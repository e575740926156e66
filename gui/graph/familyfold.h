// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/topicgroup.h"

#include <QVector>

namespace relay::gui::graph {

//! How many boxes these groups will take, roughly: a graph of thousands need not be built to know that it is too large.
[[nodiscard]] int boxesOf(const QVector<TopicGroup> &groups, const FoldOptions &fold);

/*!
 * Where groups take more than `limit` boxes, folds whole families without trouble ("spin, 14 topics"), largest first,
 * and at last all that is healthy and left. What is in trouble always keeps its own boxes. isFamily() tells
 * merged groups from topics.
 */
void foldFamilies(QVector<TopicGroup> &groups, int limit, const FoldOptions &fold);

[[nodiscard]] bool isFamily(const QString &topicId);

} // namespace relay::gui::graph

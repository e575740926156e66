// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! The translated words of the graph that need no widget: fold labels and folded experiments.
namespace relay::gui::graph::words {

enum class FoldKind { Viewers, Readers, Members, Clients };

struct FoldCounts
{
    FoldKind kind = FoldKind::Readers;
    int all = 0;
    int dropping = 0;
    int slow = 0;
    int expiring = 0;
};

//! "+37 viewers", "+5 slow", "+44 readers, 1 ends soon".
[[nodiscard]] QString fold(const FoldCounts &counts);

[[nodiscard]] QString publishers(int count);                   //!< "12 publishers"
[[nodiscard]] QString family(const QString &name, int topics); //!< "spin, 14 topics"
[[nodiscard]] QString otherTopics(int topics);                 //!< "other, 14 topics"

} // namespace relay::gui::graph::words

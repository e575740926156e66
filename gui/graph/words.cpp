// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/words.h"

#include "gui/models/format.h"

#include <QCoreApplication>

namespace relay::gui::graph::words {

namespace {

class RouteWords
{
    Q_DECLARE_TR_FUNCTIONS(RouteWords)
public:
    static QString kind(const FoldCounts &counts)
    {
        if (counts.dropping == counts.all)
            return tr("+%n dropping", "Readers of a topic folded into one box: all lose messages", counts.all);
        if (counts.slow == counts.all)
            return tr("+%n slow", "Readers of a topic folded into one box: all read too slowly", counts.all);
        if (counts.dropping + counts.slow == counts.all)
            return tr("+%n in trouble", "Readers folded into one box: some slow, some losing messages", counts.all);
        switch (counts.kind) {
        case FoldKind::Viewers: return tr("+%n viewers", "Readers of a video topic folded into one box", counts.all);
        case FoldKind::Members:
            return tr("+%n members", "Connections that read and write, folded into one box", counts.all);
        case FoldKind::Clients: return tr("+%n clients", "Users of a shell folded into one box", counts.all);
        case FoldKind::Readers: break;
        }
        return tr("+%n readers", "Readers of a topic folded into one box", counts.all);
    }

    static QString trouble(const FoldCounts &counts)
    {
        if (counts.dropping + counts.slow == counts.all)
            return {};
        if (counts.dropping > 0)
            return tr("%n dropping", "After the number of folded readers: so many of them lose messages",
                      counts.dropping);
        if (counts.slow > 0)
            return tr("%n slow", "After the number of folded readers: so many of them read too slowly", counts.slow);
        if (counts.expiring > 0)
            return tr("%n end(s) soon", "After the number of folded readers: tokens of so many end soon",
                      counts.expiring);
        return {};
    }

    static QString publishers(int count) { return tr("%n publishers", "Folded into one box", count); }

    static QString family(const QString &name, int topics)
    {
        return tr("%1, %n topics", "All topics of a kind of experiment folded into one box", topics).arg(name);
    }

    static QString others(int topics) { return tr("other, %n topics", "All remaining topics in one box", topics); }
};

} // namespace

QString fold(const FoldCounts &counts)
{
    const QString trouble = RouteWords::trouble(counts);
    if (trouble.isEmpty())
        return RouteWords::kind(counts);
    return format::enumeration({ RouteWords::kind(counts), trouble });
}

QString publishers(int count)
{
    return RouteWords::publishers(count);
}

QString family(const QString &name, int topics)
{
    return RouteWords::family(name, topics);
}

QString otherTopics(int topics)
{
    return RouteWords::others(topics);
}

} // namespace relay::gui::graph::words

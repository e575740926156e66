// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/rowlayout.h"

#include "gui/graph/names.h"

#include <algorithm>
#include <numeric>

namespace relay::gui::graph {

namespace {

QVector<qsizetype> naturalOrder(const QVector<RowTopic> &topics)
{
    QVector<qsizetype> order(topics.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&topics](qsizetype a, qsizetype b) { return naturalCompare(topics[a].name, topics[b].name) < 0; });
    return order;
}

struct Span
{
    double top = 0;
    double bottom = 0;
};

//! From the first to the last topic of each publisher.
using Spans = QHash<QString, Span>;

//! A topic with more publishers than readers needs the rows on the other side.
int rowsOf(const RowTopic &topic, const Spans &placed)
{
    const auto isNew = [&placed](const QString &key) { return !placed.contains(key); };
    const auto own = std::count_if(topic.publishers.begin(), topic.publishers.end(), isNew);
    return std::max({ 1, topic.readerRows, int(own) });
}

void widen(Spans &spans, const QStringList &publishers, double middle)
{
    for (const QString &key : publishers) {
        const auto found = spans.find(key);
        if (found == spans.end())
            spans.insert(key, { middle, middle });
        else
            found->bottom = middle;
    }
}

//! Each publisher centred on its topics; where two would meet, the later one by name gives way downwards.
void placePublishers(const Spans &spans, double pitch, RowPlaces &places)
{
    struct Wish
    {
        QString key;
        double centre;
    };
    QVector<Wish> wishes;
    for (auto it = spans.begin(); it != spans.end(); ++it)
        wishes.append({ it.key(), (it->top + it->bottom) / 2 });
    std::sort(wishes.begin(), wishes.end(), [](const Wish &a, const Wish &b) {
        return a.centre != b.centre ? a.centre < b.centre : naturalCompare(a.key, b.key) < 0;
    });
    QHash<double, int> sharing; // how many want the same place: they stand around it
    for (const Wish &wish : wishes)
        ++sharing[wish.centre];
    double next = pitch / 2;
    for (qsizetype i = 0; i < wishes.size(); ++i) {
        const bool isFirst = i == 0 || wishes[i - 1].centre != wishes[i].centre;
        const double above = isFirst ? double(sharing.value(wishes[i].centre) - 1) / 2 * pitch : 0;
        const double place = std::max(next, wishes[i].centre - above);
        places.publishers.insert(wishes[i].key, place);
        next = place + pitch;
    }
    if (!wishes.isEmpty())
        places.height = std::max(places.height, next - pitch / 2);
}

} // namespace

RowPlaces placeRows(const QVector<RowTopic> &topics, const RowMetrics &metrics)
{
    RowPlaces places;
    places.topics.resize(topics.size());
    places.readers.resize(topics.size());
    Spans spans;
    double top = 0;
    QString experiment;
    for (qsizetype index : naturalOrder(topics)) {
        const RowTopic &topic = topics[index];
        if (top > 0 && topic.experiment != experiment)
            top += metrics.betweenExperiments;
        experiment = topic.experiment;
        const int rows = rowsOf(topic, spans);
        const double middle = top + rows * metrics.pitch / 2;
        places.topics[index] = middle;
        const double firstReader = middle - (topic.readerRows - 1) * metrics.pitch / 2;
        for (int row = 0; row < topic.readerRows; ++row)
            places.readers[index].append(firstReader + row * metrics.pitch);
        widen(spans, topic.publishers, middle);
        top += rows * metrics.pitch;
    }
    places.height = top;
    placePublishers(spans, metrics.pitch, places);
    return places;
}

} // namespace relay::gui::graph

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/comparison.h"

#include <algorithm>
#include <limits>

namespace relay::gui::chart {

QString ComparedSeries::key() const
{
    return topic.isEmpty() ? QString::number(connection) : topic;
}

Comparison::Entry Comparison::makeEntry(const ComparedSeries &series, int style, qint64 now)
{
    Entry entry { series, style, {} };
    for (int range = 0; range < kRanges; ++range) {
        const RangeSpec spec = specOf(static_cast<Range>(range));
        entry.histories.emplace_back(std::chrono::milliseconds(spec.spanMs), std::chrono::milliseconds(spec.stepMs));
    }
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    const qsizetype count = series.lastMinute.size();
    for (qsizetype i = 0; i < count; ++i) {
        const double rate = series.lastMinute.at(i);
        entry.histories.front().add(now - (count - i) * 1000, series.isLastMinuteIn ? rate : kUnknown,
                                    series.isLastMinuteIn ? kUnknown : rate);
    }
    return entry;
}

int Comparison::freeStyle() const
{
    for (int style = 0; style < kMost; ++style)
        if (std::none_of(m_entries.begin(), m_entries.end(), [style](const auto &each) { return each->style == style; }))
            return style;
    return 0;
}

void Comparison::setSeries(const QVector<ComparedSeries> &series, qint64 now)
{
    const QVector<ComparedSeries> wanted = series.mid(0, kMost);
    const auto isWanted = [&wanted](const std::unique_ptr<Entry> &entry) {
        return std::any_of(wanted.begin(), wanted.end(),
                           [&entry](const ComparedSeries &one) { return one.key() == entry->series.key(); });
    };
    std::erase_if(m_entries, [&isWanted](const auto &entry) { return !isWanted(entry); });
    for (const ComparedSeries &one : wanted) {
        const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                        [&one](const auto &entry) { return entry->series.key() == one.key(); });
        if (known == m_entries.end())
            m_entries.push_back(std::make_unique<Entry>(makeEntry(one, freeStyle(), now)));
        else
            (*known)->series.name = one.name;
    }
    std::sort(m_entries.begin(), m_entries.end(), [](const auto &a, const auto &b) { return a->style < b->style; });
}

QHash<QString, int> Comparison::styles() const
{
    QHash<QString, int> styles;
    for (const auto &entry : m_entries)
        styles.insert(entry->series.key(), entry->style);
    return styles;
}

void Comparison::sample(const client::Mirror &mirror, qint64 now)
{
    for (const auto &entry : m_entries) {
        SampleHistory &history = entry->histories.front();
        if (entry->series.topic.isEmpty()) {
            const auto connection = mirror.connections().constFind(entry->series.connection);
            if (connection != mirror.connections().cend())
                history.add(now, connection->inRate, connection->outRate);
        } else {
            const auto topic = mirror.topics().constFind(entry->series.topic);
            if (topic != mirror.topics().cend())
                history.add(now, topic->inRate, topic->outRate);
        }
    }
}

void Comparison::loseContact(qint64 since)
{
    for (const auto &entry : m_entries)
        for (SampleHistory &history : entry->histories)
            history.loseContact(since);
}

void Comparison::take(const QString &series, Range range, const QVector<Sample> &samples)
{
    for (const auto &entry : m_entries) {
        if (entry->series.topic.isEmpty() || client::topicSeries(entry->series.topic) != series)
            continue;
        SampleHistory &known = entry->histories.at(static_cast<size_t>(range));
        if (range != Range::FiveMinutes)
            known.clear(); // all of it comes anew
        known.merge(samples);
    }
}

QStringList Comparison::topics() const
{
    QStringList topics;
    for (const auto &entry : m_entries)
        if (!entry->series.topic.isEmpty())
            topics.append(entry->series.topic);
    return topics;
}

QVector<PlotLine> Comparison::lines(Range range, bool isIn, bool isMasked) const
{
    QVector<PlotLine> lines;
    for (const auto &entry : m_entries) {
        // Of a connection there is nothing but what was seen here.
        const size_t which = entry->series.topic.isEmpty() ? 0 : static_cast<size_t>(range);
        const bool hasMask = isMasked && !entry->series.maskedName.isEmpty();
        lines.append({ hasMask ? entry->series.maskedName : entry->series.name, &entry->histories.at(which), isIn,
                       entry->style });
    }
    return lines;
}

} // namespace relay::gui::chart

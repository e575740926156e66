// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/chart/serverhistory.h"
#include "gui/chart/throughputplot.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>
#include <vector>

namespace relay::gui::chart {

//! A topic or a connection that is to be compared with others.
struct ComparedSeries
{
    QString topic;          //!< id; empty: a connection
    quint64 connection = 0; //!< id
    QString name;           //!< in the legend
    QString maskedName;     //!< for pictures that leave the house; empty: the same
    QVector<float> lastMinute
        = {}; //!< bytes/s, one a second up to now, of the direction below; what is known from elsewhere
    bool isLastMinuteIn = false;

    [[nodiscard]] QString key() const;
};

/*!
 * The series that are compared, and what is known of each. A series keeps its colour and its memory as long as it stays.
 * The relay remembers topics for a day; of a single connection only what was seen here is known. GUI thread.
 */
class Comparison
{
public:
    static constexpr int kMost = 8;

    //! The first kMost of them count.
    void setSeries(const QVector<ComparedSeries> &series, qint64 now);
    void sample(const client::Mirror &mirror, qint64 now);
    void loseContact(qint64 since);
    void take(const QString &series, Range range, const QVector<Sample> &samples);

    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] QStringList topics() const;         //!< ids
    [[nodiscard]] QHash<QString, int> styles() const; //!< by ComparedSeries::key(): which series colour
    [[nodiscard]] QVector<PlotLine> lines(Range range, bool isIn, bool isMasked = false) const;

private:
    struct Entry
    {
        ComparedSeries series;
        int style = 0;
        std::vector<SampleHistory> histories; //!< by Range
    };

    [[nodiscard]] int freeStyle() const;
    [[nodiscard]] static Entry makeEntry(const ComparedSeries &series, int style, qint64 now);

    std::vector<std::unique_ptr<Entry>> m_entries; //!< lines point into them
};

} // namespace relay::gui::chart

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/chart/comparison.h"
#include "gui/chart/historysource.h"
#include "gui/chart/samplehistory.h"
#include "gui/theme/theme.h"

#include <QPixmap>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace relay::gui {
class Segments;
}

namespace relay::gui::chart {

class LegendRow;
class ThroughputPlot;

/*!
 * What the whole relay sends and gets, or what is selected compared with one another, over the last five minutes, hour or
 * day. Takes the rates of the mirror as they are, one a second, and from the relay's memory what was before; while
 * contact is lost it leaves a gap. GUI thread.
 */
class ThroughputPanel : public QWidget
{
    Q_OBJECT
public:
    ThroughputPanel(const client::Mirror &mirror, const Theme &theme, QWidget *parent = nullptr);

    //! ms since the epoch; tests bring their own.
    using Clock = std::function<qint64()>;
    void setClock(Clock clock) { m_clock = std::move(clock); }
    //! Where the past comes from; without it there are only the five minutes seen here.
    void setSource(HistorySource *source);

    //! Whom to compare. More than eight: the first ones. `selected`: how many there are in all, if these are not all of them.
    void setSelection(const QVector<ComparedSeries> &series, const QString &nothingSelected, qsizetype selected = 0);
    void showSelection(bool isSelection);
    //! Ids of the topics and connections that are drawn, and which series colour each has; none: the totals are drawn.
    [[nodiscard]] QHash<QString, int> shownSeries() const;
    void setRange(Range range);
    [[nodiscard]] Range range() const { return m_range; }
    void setEvents(const QVector<ChartEvent> &events);

    //! Takes one sample and redraws. A timer does so every second.
    void sample();
    [[nodiscard]] const SampleHistory &history() const { return m_totals.front(); }
    [[nodiscard]] ThroughputPlot &plot() { return *m_plot; }

    //! What is to be seen now, light whatever the theme, addresses masked, with this title above.
    [[nodiscard]] QPixmap picture(const QString &title, qreal scale) const;
    //! The samples of what is to be seen, bytes/s, one moment a row; fields that nothing is known of are empty.
    [[nodiscard]] QByteArray csv() const;

Q_SIGNALS:
    void eventChosen(qint64 id);
    void shownSeriesChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void retranslate();
    void refresh();
    void fetch(Range range);
    void take(const QString &series, Range range, const QVector<Sample> &samples);
    void updateOffer();
    void updateLines();
    void updateLegend();
    void updateWindow();
    void updateStale(bool isStale);
    [[nodiscard]] QVector<PlotLine> lines(bool isMasked) const;

    const client::Mirror &m_mirror;
    const Theme &m_theme;
    Clock m_clock;
    std::vector<SampleHistory> m_totals; //!< by Range
    Comparison m_comparison;
    QPointer<HistorySource> m_source;
    Range m_range = Range::FiveMinutes;
    qint64 m_fetchedAt = 0;
    bool m_isSelection = false;
    bool m_isIn = false;
    int m_selected = 0; //!< of which the first kMost are compared
    QString m_nothingSelected;
    QLabel *m_title = nullptr;
    Segments *m_what = nullptr;
    Segments *m_direction = nullptr;
    Segments *m_ranges = nullptr;
    LegendRow *m_legend = nullptr;
    QPushButton *m_follow = nullptr;
    QLabel *m_nothing = nullptr;
    ThroughputPlot *m_plot = nullptr;
};

} // namespace relay::gui::chart

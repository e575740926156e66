// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/chart/samplehistory.h"
#include "gui/theme/theme.h"

#include <QWidget>

#include <functional>

class QLabel;

namespace relay::gui::chart {

class LegendKey;
class ThroughputPlot;

/*!
 * What the whole relay sends and gets, the last five minutes at one sample a second. Takes the totals of the mirror
 * as they are; while contact is lost it leaves a gap. GUI thread.
 */
class ThroughputPanel : public QWidget
{
    Q_OBJECT
public:
    ThroughputPanel(const client::Mirror &mirror, const Theme &theme, QWidget *parent = nullptr);

    //! ms since the epoch; tests bring their own.
    using Clock = std::function<qint64()>;
    void setClock(Clock clock) { m_clock = std::move(clock); }

    //! Takes one sample and redraws. A timer does so every second.
    void sample();
    [[nodiscard]] const SampleHistory &history() const { return m_history; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void retranslate();
    void refresh();
    void updateLegend();
    void updateStale(bool isStale);

    const client::Mirror &m_mirror;
    const Theme &m_theme;
    Clock m_clock;
    SampleHistory m_history;
    QLabel *m_title = nullptr;
    LegendKey *m_out = nullptr;
    LegendKey *m_in = nullptr;
    ThroughputPlot *m_plot = nullptr;
};

} // namespace relay::gui::chart

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/throughputpanel.h"

#include "gui/chart/legendkey.h"
#include "gui/chart/throughputplot.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

using namespace std::chrono_literals;

namespace relay::gui::chart {

namespace {

constexpr auto kStep = 1s;
constexpr double kBitsPerByte = 8;

} // namespace

ThroughputPanel::ThroughputPanel(const client::Mirror &mirror, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_clock([] { return QDateTime::currentMSecsSinceEpoch(); })
    , m_history(std::chrono::milliseconds(ThroughputPlot::kSpanMs), kStep)
{
    build();
    retranslate();
    connect(&theme, &Theme::changed, this, [this] {
        m_title->setFont(m_theme.boldFont(Theme::Type::Body));
        m_plot->applyTheme();
        updateLegend();
    });
    connect(&mirror, &client::Mirror::staleChanged, this, &ThroughputPanel::updateStale);
    connect(m_plot, &ThroughputPlot::unitsChanged, this, &ThroughputPanel::updateLegend);
    auto *timer = new QTimer(this);
    timer->setInterval(kStep);
    connect(timer, &QTimer::timeout, this, &ThroughputPanel::sample);
    timer->start();
}

void ThroughputPanel::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title = new QLabel(this);
    m_title->setFont(m_theme.boldFont(Theme::Type::Body));
    m_out = new LegendKey(m_theme, this);
    m_in = new LegendKey(m_theme, this);
    m_plot = new ThroughputPlot(m_history, m_theme, this);
    m_title->setBuddy(m_plot);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(metric::kSpace4, metric::kSpace2, metric::kSpace4, 0);
    head->setSpacing(metric::kSpace3);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_out);
    head->addWidget(m_in);
    m_title->setMinimumHeight(metric::kSmallControl);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_plot, 1);
}

void ThroughputPanel::retranslate()
{
    m_title->setText(tr("Throughput"));
    m_plot->setAccessibleName(tr("Throughput of the relay, last five minutes"));
    //: the sum of what the relay sends to, and gets from, everybody
    m_plot->setLaneNames(tr("Out"), tr("In"));
    updateLegend();
    refresh();
}

void ThroughputPanel::updateLegend()
{
    m_out->setEntry(tr("Out"), m_plot->unit(ThroughputPlot::Out).name, m_plot->color(ThroughputPlot::Out));
    m_in->setEntry(tr("In"), m_plot->unit(ThroughputPlot::In).name, m_plot->color(ThroughputPlot::In));
}

void ThroughputPanel::sample()
{
    const client::Totals &totals = m_mirror.totals();
    if (!m_mirror.isStale() && m_mirror.asOf() > 0) {
        m_history.add(m_clock(), totals.inRate, totals.outRate);
        const auto text
            = [](double bytes, const RateUnit &unit) { return rateText(bytes * kBitsPerByte, unit, QLocale()); };
        m_plot->setAccessibleDescription(tr("Out %1, in %2")
                                             .arg(text(totals.outRate, m_plot->unit(ThroughputPlot::Out)),
                                                  text(totals.inRate, m_plot->unit(ThroughputPlot::In))));
    }
    refresh();
}

void ThroughputPanel::refresh()
{
    if (isVisible())
        m_plot->showUntil(m_clock(), m_mirror.isStale());
}

void ThroughputPanel::updateStale(bool isStale)
{
    if (isStale)
        m_history.loseContact(m_mirror.asOf());
    m_plot->showUntil(m_clock(), isStale);
    updateLegend();
}

void ThroughputPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ThroughputPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_plot->showUntil(m_clock(), m_mirror.isStale());
}

} // namespace relay::gui::chart

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/throughputpanel.h"

#include "gui/chart/legendrow.h"
#include "gui/chart/throughputplot.h"
#include "gui/views/segments.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace std::chrono_literals;

namespace relay::gui::chart {

namespace {

constexpr auto kStep = 1s;
constexpr double kBitsPerByte = 8;
constexpr int kNarrowPanel = 720;

} // namespace

ThroughputPanel::ThroughputPanel(const client::Mirror &mirror, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_clock([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    for (int range = 0; range < kRanges; ++range) {
        const RangeSpec spec = specOf(static_cast<Range>(range));
        m_totals.emplace_back(std::chrono::milliseconds(spec.spanMs), std::chrono::milliseconds(spec.stepMs));
    }
    build();
    retranslate();
    connect(&theme, &Theme::changed, this, [this] {
        m_title->setFont(m_theme.boldFont(Theme::Type::Body));
        m_plot->applyTheme();
        updateLegend();
    });
    connect(&mirror, &client::Mirror::staleChanged, this, &ThroughputPanel::updateStale);
    connect(m_plot, &ThroughputPlot::unitsChanged, this, &ThroughputPanel::updateLegend);
    connect(m_plot, &ThroughputPlot::windowChanged, this, &ThroughputPanel::updateWindow);
    connect(m_plot, &ThroughputPlot::eventChosen, this, &ThroughputPanel::eventChosen);
    connect(m_what, &Segments::chosen, this, [this](int which) { showSelection(which == 1); });
    connect(m_direction, &Segments::chosen, this, [this](int which) {
        m_isIn = which == 0;
        updateLines();
    });
    connect(m_ranges, &Segments::chosen, this, [this](int which) { setRange(static_cast<Range>(which)); });
    connect(m_follow, &QPushButton::clicked, this, [this] {
        m_plot->window().reset();
        m_plot->redraw();
        updateWindow();
    });
    auto *timer = new QTimer(this);
    timer->setInterval(kStep);
    connect(timer, &QTimer::timeout, this, &ThroughputPanel::sample);
    timer->start();
    updateOffer();
    updateLines();
}

void ThroughputPanel::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title = new QLabel(this);
    m_title->setFont(m_theme.boldFont(Theme::Type::Body));
    m_title->setMinimumHeight(metric::kSmallControl);
    m_what = new Segments(m_theme, this);
    m_direction = new Segments(m_theme, this);
    m_follow = new QPushButton(this);
    m_follow->setFixedHeight(metric::kSmallControl);
    m_follow->setFont(m_theme.font(Theme::Type::Small));
    m_legend = new LegendRow(m_theme, this);
    m_ranges = new Segments(m_theme, this);
    m_plot = new ThroughputPlot(m_theme, this);
    m_title->setBuddy(m_plot);
    m_nothing = new QLabel(m_plot);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setAttribute(Qt::WA_TransparentForMouseEvents);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(metric::kSpace4, metric::kSpace2, metric::kSpace4, 0);
    head->setSpacing(metric::kSpace2);
    m_title->setContentsMargins(0, 0, metric::kSpace1, 0);
    head->addWidget(m_title);
    head->addWidget(m_what);
    head->addWidget(m_direction);
    head->addWidget(m_follow);
    head->addWidget(m_legend, 1);
    head->addSpacing(metric::kSpace1);
    head->addWidget(m_ranges);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_plot, 1);
    auto *over = new QVBoxLayout(m_plot);
    over->addWidget(m_nothing);
}

void ThroughputPanel::retranslate()
{
    m_title->setText(tr("Throughput"));
    m_ranges->setWords(
        { tr("5 min", "Range of the chart"), tr("1 h", "Range of the chart"), tr("24 h", "Range of the chart") });
    m_direction->setWords({ tr("In"), tr("Out") });
    m_direction->setCurrent(m_isIn ? 0 : 1);
    m_follow->setText(tr("Follow", "Chart that was paused or zoomed: show what is new again"));
    m_follow->setToolTip(tr("Show all of the range again and go on. P pauses, the wheel zooms, dragging moves."));
    updateOffer();
    updateWindow();
    updateLines();
    refresh();
}

void ThroughputPanel::setSource(HistorySource *source)
{
    m_source = source;
    connect(source, &HistorySource::opened, this, [this] {
        fetch(Range::FiveMinutes);
        if (m_range != Range::FiveMinutes)
            fetch(m_range);
    });
    connect(source, &HistorySource::arrived, this, &ThroughputPanel::take);
    connect(source, &HistorySource::offeredChanged, this, &ThroughputPanel::updateOffer);
    updateOffer();
    fetch(Range::FiveMinutes);
}

void ThroughputPanel::fetch(Range range)
{
    if (m_source.isNull())
        return;
    QStringList series { client::totalsSeries() };
    for (const QString &topic : m_comparison.topics())
        series.append(client::topicSeries(topic));
    m_source->fetch(series, range);
    if (range == m_range)
        m_fetchedAt = m_clock();
}

void ThroughputPanel::take(const QString &series, Range range, const QVector<Sample> &samples)
{
    if (series == client::totalsSeries()) {
        SampleHistory &known = m_totals.at(static_cast<size_t>(range));
        if (range != Range::FiveMinutes)
            known.clear(); // all of it comes anew
        known.merge(samples);
    } else {
        m_comparison.take(series, range, samples);
    }
    refresh();
}

void ThroughputPanel::updateOffer()
{
    const bool isOffered = !m_source.isNull() && m_source->isOffered();
    const QString whyNot = tr("This relay remembers nothing of the time before this window was opened.");
    for (const Range range : { Range::Hour, Range::Day })
        m_ranges->setPossible(static_cast<int>(range), isOffered, whyNot);
    if (!isOffered && m_range != Range::FiveMinutes)
        setRange(Range::FiveMinutes);
}

void ThroughputPanel::setRange(Range range)
{
    m_range = range;
    m_ranges->setCurrent(static_cast<int>(range));
    m_plot->window().setRange(specOf(range).spanMs);
    fetch(range);
    updateLines();
    updateWindow();
    refresh();
}

void ThroughputPanel::setSelection(const QVector<ComparedSeries> &series, const QString &nothingSelected,
                                   qsizetype selected)
{
    const QStringList before = m_comparison.topics();
    m_selected = static_cast<int>(std::max(series.size(), selected));
    m_nothingSelected = nothingSelected;
    m_comparison.setSeries(series, m_clock());
    if (m_comparison.topics() != before) {
        fetch(Range::FiveMinutes);
        if (m_range != Range::FiveMinutes)
            fetch(m_range);
    }
    if (!m_mirror.isStale())
        m_comparison.sample(m_mirror, m_clock());
    updateLines();
    refresh();
    Q_EMIT shownSeriesChanged();
}

QHash<QString, int> ThroughputPanel::shownSeries() const
{
    return m_isSelection ? m_comparison.styles() : QHash<QString, int>();
}

void ThroughputPanel::showSelection(bool isSelection)
{
    m_isSelection = isSelection;
    m_what->setCurrent(isSelection ? 1 : 0);
    updateLines();
    refresh();
    Q_EMIT shownSeriesChanged();
}

void ThroughputPanel::setEvents(const QVector<ChartEvent> &events)
{
    m_plot->setEvents(events);
}

QVector<PlotLine> ThroughputPanel::lines(bool isMasked) const
{
    if (m_isSelection)
        return m_comparison.lines(m_range, m_isIn, isMasked);
    const SampleHistory *history = &m_totals.at(static_cast<size_t>(m_range));
    //: the sum of what the relay sends to, and gets from, everybody
    return { { tr("Out"), history, false, 0 }, { tr("In"), history, true, 1 } };
}

void ThroughputPanel::updateLines()
{
    const int compared = m_comparison.count();
    const QString selection = compared == 0 ? tr("Selection", "Chart: what is selected")
        : compared < m_selected
        ? tr("Selection, %1 of %2", "Chart: how many of what is selected").arg(compared).arg(m_selected)
        : tr("Selection, %1", "Chart: how many are selected").arg(compared);
    const bool isNarrow = m_isSelection && width() < kNarrowPanel;
    m_title->setVisible(!isNarrow); // the legend needs the room more
    m_what->setWords({ isNarrow ? tr("All", "Chart: the sum of all connections, where there is little room")
                                : tr("All connections", "Chart: the sum of them"),
                       selection });
    m_what->setPossible(1, true, {});
    m_direction->setVisible(m_isSelection);
    m_plot->setAccessibleName(m_isSelection ? tr("Throughput of the selection") : tr("Throughput of the relay"));
    m_nothing->setText(m_nothingSelected);
    m_nothing->setVisible(m_isSelection && compared == 0);
    m_plot->setLines(lines(false), !m_isSelection);
    updateLegend();
}

void ThroughputPanel::updateLegend()
{
    QVector<LegendRow::Entry> entries;
    for (int i = 0; i < m_plot->lines().size(); ++i) {
        const PlotLine &line = m_plot->lines().at(i);
        const QString unit
            = m_isSelection ? QString() : QString(m_plot->unit(i == 0 ? ThroughputPlot::Out : ThroughputPlot::In).name);
        entries.append({ line.name, unit, m_plot->penOfLine(i) });
    }
    const bool hasUnit = m_isSelection && !entries.isEmpty();
    m_legend->setEntries(entries, hasUnit ? QString(m_plot->unit(ThroughputPlot::Out).name) : QString());
    QPalette palette = m_nothing->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().text2);
    m_nothing->setPalette(palette);
}

void ThroughputPanel::updateWindow()
{
    m_follow->setVisible(!m_plot->window().isWhole());
}

void ThroughputPanel::sample()
{
    const client::Totals &totals = m_mirror.totals();
    if (!m_mirror.isStale() && m_mirror.asOf() > 0) {
        m_totals.front().add(m_clock(), totals.inRate, totals.outRate);
        m_comparison.sample(m_mirror, m_clock());
        if (!m_isSelection) {
            const auto text
                = [](double bytes, const RateUnit &unit) { return rateText(bytes * kBitsPerByte, unit, QLocale()); };
            m_plot->setAccessibleDescription(tr("Out %1, in %2")
                                                 .arg(text(totals.outRate, m_plot->unit(ThroughputPlot::Out)),
                                                      text(totals.inRate, m_plot->unit(ThroughputPlot::In))));
        }
        if (m_range != Range::FiveMinutes && isVisible() && m_clock() - m_fetchedAt >= specOf(m_range).stepMs)
            fetch(m_range);
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
    if (isStale) {
        for (SampleHistory &history : m_totals)
            history.loseContact(m_mirror.asOf());
        m_comparison.loseContact(m_mirror.asOf());
    }
    m_plot->showUntil(m_clock(), isStale);
    updateLegend();
}

void ThroughputPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ThroughputPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateLines();
}

void ThroughputPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_plot->showUntil(m_clock(), m_mirror.isStale());
}

} // namespace relay::gui::chart

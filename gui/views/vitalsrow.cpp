// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/vitalsrow.h"

#include "gui/models/format.h"
#include "gui/views/vitalbutton.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace relay::gui {

namespace {

QString signedCount(int number)
{
    if (number < 0)
        return QChar(0x2212) + format::count(-qint64(number)); // a minus sign as wide as the plus
    return QLatin1Char('+') + format::count(number);
}

//! A line of nothing but zeros says nothing.
bool isQuiet(const QVector<float> &history)
{
    return std::all_of(history.begin(), history.end(), [](float rate) { return rate <= 0; });
}

} // namespace

VitalsRow::VitalsRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    // The shares of the width; connections need room for the remark.
    constexpr std::array<int, Count> kShares { 125, 60, 115, 115, 100, 95 };
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new VitalButton(theme, this);
        row->addWidget(m_buttons[i], kShares[i]);
    }
    m_buttons[RoundTrip]->setLast(true);
    connect(m_buttons[Connections], &VitalButton::clicked, this, [this] { Q_EMIT filterChosen(QString()); });
    connect(m_buttons[Topics], &VitalButton::clicked, this, &VitalsRow::topicsChosen);
    connect(m_buttons[In], &VitalButton::clicked, this, [this] { Q_EMIT filterChosen(QStringLiteral("in>0")); });
    connect(m_buttons[Out], &VitalButton::clicked, this, [this] { Q_EMIT filterChosen(QStringLiteral("out>0")); });
    connect(m_buttons[Dropped], &VitalButton::clicked, this, [this] { Q_EMIT filterChosen(QStringLiteral("drops>0")); });
    connect(m_buttons[RoundTrip], &VitalButton::clicked, this,
            [this] { Q_EMIT filterChosen(QStringLiteral("rtt>200")); });
    connect(&theme, &Theme::changed, this, &VitalsRow::refresh);
    retranslate();
}

void VitalsRow::showVitals(const Vitals &vitals, bool isStale)
{
    m_vitals = vitals;
    m_isStale = isStale;
    refresh();
}

void VitalsRow::refresh()
{
    const Tokens &t = m_theme.tokens();
    const client::Totals &totals = m_vitals.totals();
    const int gained = m_vitals.connectionsGained();
    const auto rateFigure = [](const QString &name, double rate, const QVector<float> &history, const QColor &color) {
        const format::Quantity quantity = format::rate(rate);
        return VitalFigure { .name = name,
                             .value = quantity.value,
                             .unit = quantity.unit,
                             .remark = {},
                             .history = isQuiet(history) ? QVector<float>() : history,
                             .historyColor = color };
    };
    const auto plain
        = [](const QString &name, const QString &value, const QString &unit = {}, const QString &remark = {}) {
              return VitalFigure {
                  .name = name, .value = value, .unit = unit, .remark = remark, .history = {}, .historyColor = {}
              };
          };
    m_buttons[Connections]->setFigure(
        plain(tr("Connections"), format::count(totals.connections), {},
              gained == 0 ? QString()
                          : tr("%1 this minute", "Connections gained or lost, with its sign").arg(signedCount(gained))),
        m_isStale);
    m_buttons[Topics]->setFigure(plain(tr("Topics"), format::count(totals.topics)), m_isStale);
    m_buttons[In]->setFigure(
        rateFigure(tr("In", "What the relay gets"), totals.inRate, m_vitals.inRates().toVector(), t.series[1]),
        m_isStale);
    m_buttons[Out]->setFigure(
        rateFigure(tr("Out", "What the relay sends"), totals.outRate, m_vitals.outRates().toVector(), t.series[0]),
        m_isStale);
    const bool isDropping = m_vitals.dropRate() > 0;
    const QVector<float> drops = m_vitals.dropRates().toVector();
    m_buttons[Dropped]->setFigure({ .name = tr("Dropped"),
                                    .value = format::perSecond(m_vitals.dropRate()),
                                    .unit = QStringLiteral("/s"),
                                    .remark = {},
                                    .history = isQuiet(drops) ? QVector<float>() : drops,
                                    .historyColor = t.dropping,
                                    .isTrouble = isDropping },
                                  m_isStale);
    const bool isMeasured = m_vitals.roundTripP95() >= 0;
    m_buttons[RoundTrip]->setFigure(plain(tr("Round trip p95"),
                                          isMeasured ? format::count(m_vitals.roundTripP95()) : format::missing(),
                                          isMeasured ? QStringLiteral("ms") : QString()),
                                    m_isStale);
}

void VitalsRow::retranslate()
{
    m_buttons[Connections]->setToolTip(tr("Show all connections"));
    m_buttons[Topics]->setToolTip(tr("Show the topics"));
    m_buttons[In]->setToolTip(tr("Show those that send"));
    m_buttons[Out]->setToolTip(tr("Show those that are sent to"));
    m_buttons[Dropped]->setToolTip(tr("Messages that slow readers lost in the last second. Show who loses some"));
    m_buttons[RoundTrip]->setToolTip(tr("19 of 20 connections answer at least as fast. Show those over 200 ms"));
    refresh();
}

void VitalsRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/routingview.h"

#include "gui/graph/cards.h"
#include "gui/graph/columnheads.h"
#include "gui/graph/columns.h"
#include "gui/graph/familyfold.h"
#include "gui/graph/graphbuilder.h"
#include "gui/graph/graphview.h"
#include "gui/graph/routinglegend.h"

#include <QEvent>
#include <QLabel>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace relay::gui::graph {

namespace {

constexpr auto kUpdate = 250ms;
constexpr auto kUpdateOfMany = 1000ms; //!< going through very many connections is not free
constexpr int kMany = 2000;
constexpr double kSmallest = 0.6;
constexpr double kLargest = 2;
constexpr double kStep = 1.1;

ColumnRules viewRules(double width)
{
    return { .layers = { { { 120, 220 }, { 150, 360 }, { 170, 260 } } },
             .width = width,
             .marginStart = metric::kSpace5,
             .marginEnd = metric::kSpace5,
             .leastGap = 64,
             .firstGapShare = 0.35 };
}

} // namespace

RoutingView::RoutingView(const client::Mirror &mirror, const Theme &theme, QWidget *parent, HealthBook *health)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_health(health != nullptr ? health : new HealthBook(mirror, this))
{
    build();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RoutingView::refresh);
    connect(&theme, &Theme::changed, this, &RoutingView::applyTheme);
    connect(&mirror, &client::Mirror::wasReset, this, &RoutingView::schedule);
    connect(&mirror, &client::Mirror::connectionsChanged, this, &RoutingView::schedule);
    connect(&mirror, &client::Mirror::topicsChanged, this, &RoutingView::schedule);
    connect(&mirror, &client::Mirror::staleChanged, this, &RoutingView::refresh);
    connect(m_view, &GraphView::resized, this, &RoutingView::refresh);
    connect(m_view, &GraphView::nodeActivated, this, &RoutingView::activate);
    connect(m_view, &GraphView::zoomAsked, this, &RoutingView::zoom);
    connect(m_view, &GraphView::nodeOpened, this, [this](const Node &node) {
        if (node.connections.size() == 1)
            Q_EMIT connectionOpened(node.connections.first());
    });
    connect(m_legend, &RoutingLegend::foldAsked, this, &RoutingView::foldAll);
    connect(m_legend, &RoutingLegend::fitAsked, this, &RoutingView::fit);
    retranslate();
    applyTheme();
}

void RoutingView::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_content = new QWidget(this);
    m_heads = new ColumnHeads(m_theme, m_content);
    m_view = new GraphView(m_theme, GraphStyle {}, m_content);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // a bar that comes and goes would move every box
    m_view->setCardMaker([this](const Node &node) { return cardFor(node, m_mirror, *m_health, m_theme); });
    m_legend = new RoutingLegend(m_theme, m_content);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(m_heads);
    content->addWidget(m_view, 1);
    content->addWidget(m_legend);
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
}

void RoutingView::retranslate()
{
    m_view->setAccessibleName(tr("Routing: publishers, topics and subscribers"));
    refresh();
}

void RoutingView::applyTheme()
{
    QPalette palette = m_empty->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().text2);
    m_empty->setForegroundRole(QPalette::WindowText);
    m_empty->setPalette(palette);
    m_empty->setFont(m_theme.font(Theme::Type::Body));
    refresh();
}

void RoutingView::setMemberFilter(std::function<bool(const client::Connection &, const Health &)> filter)
{
    m_members = std::move(filter);
    refresh();
}

void RoutingView::showConnection(quint64 id)
{
    if (m_selected == id)
        return;
    m_selected = id;
    m_mustReveal = id != 0;
    m_view->setSelected(id);
    if (isVisible()) {
        m_view->revealSelected();
        m_mustReveal = false;
    }
}

void RoutingView::setFrozen(bool isFrozen)
{
    m_isFrozen = isFrozen;
    if (!isFrozen)
        refresh();
}

void RoutingView::schedule()
{
    if (!isVisible() || m_isFrozen || m_timer.isActive())
        return;
    m_timer.start(m_mirror.connections().size() > kMany ? kUpdateOfMany : kUpdate);
}

void RoutingView::refresh()
{
    if (!isVisible())
        return;
    GraphOptions options;
    options.unfolded = m_unfolded;
    options.members = m_members;
    const Graph graph = buildGraph(m_mirror, *m_health, options);
    m_shownTopics = graph.topics;
    m_shownConnections = graph.publishers + graph.subscribers;
    if (graph.nodes.isEmpty()) {
        m_empty->setText(m_members && !m_mirror.topics().isEmpty()
                             ? tr("Nothing matches the filter.")
                             : tr("Nobody is connected. Publishers, topics and subscribers will stand here."));
        m_stack->setCurrentWidget(m_empty);
        Q_EMIT shownChanged();
        return;
    }
    m_stack->setCurrentWidget(m_content);
    const QSize room = m_view->viewport()->size();
    const Columns columns = fitColumns(graph, m_view->graphStyle(), m_theme, viewRules(room.width() / m_scale));
    m_view->setScale(m_scale);
    m_view->setStale(m_mirror.isStale());
    m_view->showGraph(graph, columns, metric::kSpace1, room.height() / m_scale);
    m_heads->showHeads(graph, columns, m_scale, m_view->viewport()->x());
    m_legend->setCanFold(!m_unfolded.isEmpty());
    if (m_mustReveal) // once the view is laid out
        QTimer::singleShot(0, m_view, &GraphView::revealSelected);
    m_mustReveal = false;
    Q_EMIT shownChanged();
}

void RoutingView::activate(const Node &node)
{
    if (node.layer == Layer::Topic) {
        if (!isFamily(node.topic))
            Q_EMIT topicActivated(node.topic);
        if (m_unfolded.remove(node.topic))
            refresh();
        return;
    }
    if (node.layer == Layer::Publisher && !node.connections.isEmpty()) {
        Q_EMIT connectionActivated(node.connections.first());
        return;
    }
    if (node.connections.size() == 1) {
        Q_EMIT connectionActivated(node.connections.first());
    } else if (!isFamily(node.topic)) {
        m_unfolded.insert(node.topic);
        refresh();
    }
}

void RoutingView::zoom(int steps)
{
    if (steps == 0) {
        fit();
        return;
    }
    m_scale = std::clamp(m_scale * std::pow(kStep, steps), kSmallest, kLargest);
    refresh();
}

void RoutingView::fit()
{
    const double height = m_view->graph().height + metric::kSpace3;
    m_scale = std::clamp(m_view->viewport()->height() / height, kSmallest, 1.0);
    refresh();
}

void RoutingView::foldAll()
{
    m_unfolded.clear();
    refresh();
}

void RoutingView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RoutingView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace relay::gui::graph

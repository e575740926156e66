// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/routepanel.h"

#include "gui/graph/cards.h"
#include "gui/graph/columns.h"
#include "gui/graph/graphbuilder.h"
#include "gui/graph/graphview.h"
#include "gui/graph/why.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace std::chrono_literals;

namespace relay::gui::graph {

namespace {

constexpr auto kUpdate = 250ms;
constexpr double kPitch = 33;
constexpr int kTop = 4;

GraphStyle panelStyle()
{
    return { .nodeHeight = 26,
             .label = Theme::Type::Small,
             .rate = Theme::Type::Caption,
             .hasTopicDetails = false,
             .hasShares = false,
             .hasRouteColor = false };
}

ColumnRules panelRules(double width)
{
    return { .layers = { { { 84, 150 }, { 84, 220 }, { 120, 208 } } },
             .width = width,
             .marginStart = metric::kSpace4,
             .marginEnd = metric::kSpace4,
             .leastGap = metric::kSpace4,
             .firstGapShare = 0.42 };
}

QLabel *quietLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

void tint(QLabel *label, const QColor &color, const QFont &font)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setForegroundRole(QPalette::WindowText); // on a ground of another role it would be another one
    label->setPalette(palette);
    label->setFont(font);
}

} // namespace

RoutePanel::RoutePanel(const client::Mirror &mirror, const Theme &theme, QWidget *parent, HealthBook *health)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_health(health != nullptr ? health : new HealthBook(mirror, this))
{
    build();
    retranslate();
    applyTheme();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RoutePanel::refresh);
    connect(&theme, &Theme::changed, this, &RoutePanel::applyTheme);
    connect(&mirror, &client::Mirror::wasReset, this, &RoutePanel::schedule);
    connect(&mirror, &client::Mirror::connectionsChanged, this, &RoutePanel::schedule);
    connect(&mirror, &client::Mirror::topicsChanged, this, &RoutePanel::schedule);
    connect(&mirror, &client::Mirror::staleChanged, this, &RoutePanel::refresh);
    connect(m_view, &GraphView::resized, this, &RoutePanel::refresh);
    connect(m_view, &GraphView::nodeActivated, this, [this](const Node &node) {
        if (node.connections.size() == 1)
            Q_EMIT connectionActivated(node.connections.first());
    });
}

void RoutePanel::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title = new QLabel(this);
    m_title->setMinimumHeight(metric::kSmallControl);
    m_unit = new QLabel(QStringLiteral("Mbit/s"), this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metric::kSpace4, metric::kSpace2, metric::kSpace4, 0);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_unit);

    m_route = new QWidget(this);
    m_view = new GraphView(m_theme, panelStyle(), m_route);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setCardMaker([this](const Node &node) { return cardFor(node, m_mirror, *m_health, m_theme); });
    m_sentence = quietLabel(m_route);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setContentsMargins(metric::kSpace5, 0, metric::kSpace5, metric::kSpace3);
    auto *route = new QVBoxLayout(m_route);
    route->setContentsMargins(0, 0, 0, 0);
    route->setSpacing(0);
    route->addWidget(m_view, 1);
    route->addWidget(m_sentence);

    m_hint = quietLabel(this);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setContentsMargins(metric::kSpace5, 0, metric::kSpace5, metric::kSpace5);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_route);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(m_stack, 1);
}

void RoutePanel::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    tint(m_title, tokens.text, m_theme.boldFont(Theme::Type::Body));
    tint(m_unit, tokens.text2, m_theme.font(Theme::Type::Small));
    tint(m_sentence, tokens.text2, m_theme.font(Theme::Type::Small));
    tint(m_hint, tokens.text2, m_theme.font(Theme::Type::Body));
    refresh();
}

void RoutePanel::retranslate()
{
    m_title->setText(tr("Route of the selection"));
    m_view->setAccessibleName(tr("Route of the selection"));
    refresh();
}

void RoutePanel::showConnection(quint64 id)
{
    m_connection = id;
    refresh();
}

void RoutePanel::clear()
{
    showConnection(0);
}

void RoutePanel::schedule()
{
    if (m_connection == 0 || !isVisible() || m_timer.isActive())
        return;
    // At once after a pause: the table beside it does not wait, and both say the same.
    const std::chrono::milliseconds since(m_refreshed.isValid() ? m_refreshed.elapsed() : kUpdate.count());
    m_timer.start(std::max(0ms, kUpdate - since));
}

void RoutePanel::refresh()
{
    m_refreshed.start();
    const auto selected = m_mirror.connections().constFind(m_connection);
    if (m_connection == 0)
        showHint(tr("Select a connection to see who publishes to its topic and who reads it."));
    else if (selected == m_mirror.connections().constEnd())
        showHint(tr("The selected connection has closed."));
    else
        showRoute(*selected);
}

void RoutePanel::showHint(const QString &text)
{
    m_hint->setText(text);
    m_unit->hide();
    m_stack->setCurrentWidget(m_hint);
}

Graph RoutePanel::graphOf(const client::Connection &selected) const
{
    GraphOptions options;
    options.onlyTopic = selected.topic;
    options.fold = { .troubledShown = 1, .healthyShown = 1, .alone = selected.id, .isOneFold = true };
    options.rows = { .pitch = kPitch, .betweenExperiments = 0 };
    options.publishersShown = 3;
    return buildGraph(m_mirror, *m_health, options);
}

void RoutePanel::showRoute(const client::Connection &selected)
{
    m_unit->show();
    m_stack->setCurrentWidget(m_route);
    updateSentence(selected);
    const Graph graph = graphOf(selected);
    const QSize room = m_view->viewport()->size();
    const Columns columns = columnsFor(graph, room.width());
    const double top = std::max<double>(kTop, (room.height() - graph.height) / 2);
    m_view->setSelected(selected.id);
    m_view->setStale(m_mirror.isStale());
    m_view->showGraph(graph, columns, top, room.height());
}

//! Where names and figures do not both fit, the publishers' figures go: the readers' say as much.
Columns RoutePanel::columnsFor(const Graph &graph, double width)
{
    m_view->setPublisherRate(true);
    const Columns all = fitColumns(graph, m_view->graphStyle(), m_theme, panelRules(width));
    const auto isCut = [&](const Node &node) {
        return node.layer != Layer::Topic
            && naturalWidth(node, m_view->graphStyle(), m_theme) > all.of(node.layer).width + 1;
    };
    if (std::none_of(graph.nodes.begin(), graph.nodes.end(), isCut))
        return all;
    m_view->setPublisherRate(false);
    return fitColumns(graph, m_view->graphStyle(), m_theme, panelRules(width));
}

void RoutePanel::updateSentence(const client::Connection &selected)
{
    m_sentence->setText(sentence(judgeRoute(m_mirror, *m_health, selected)));
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    if (const int height = m_sentence->heightForWidth(m_route->width()); height > 0)
        m_sentence->setFixedHeight(height); // the view would take what it needs
}

void RoutePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RoutePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace relay::gui::graph

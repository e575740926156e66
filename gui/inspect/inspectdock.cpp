// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspect/inspectdock.h"

#include "gui/graph/why.h"
#include "gui/inspect/factgrid.h"
#include "gui/inspect/facts.h"
#include "gui/inspect/inspecthead.h"
#include "gui/inspect/ratehistory.h"
#include "gui/inspect/rateplot.h"
#include "gui/models/format.h"
#include "gui/views/keybutton.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

using namespace std::chrono_literals;

namespace relay::gui::inspect {

namespace {

constexpr int kWidth = 520;
constexpr int kLeastWidth = 440;

//! As wide as the design has it, unless the operator drags it.
class Body : public QWidget
{
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize sizeHint() const override { return { kWidth, QWidget::sizeHint().height() }; }
};

} // namespace

InspectDock::InspectDock(const client::Mirror &mirror, const Theme &theme, QWidget *parent, graph::HealthBook *health)
    : QDockWidget(parent)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_health(health != nullptr ? health : new graph::HealthBook(mirror, this))
{
    setObjectName(QStringLiteral("inspect"));
    setWindowTitle(tr("Inspect"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    setFeatures(DockWidgetClosable | DockWidgetMovable);
    build();
    connect(m_head, &InspectHead::copyAsked, this, &InspectDock::copyAll);
    connect(m_head, &InspectHead::closeAsked, this, &InspectDock::close);
    connect(&theme, &Theme::changed, this, &InspectDock::applyTheme);
    connect(&theme, &Theme::changed, this, &InspectDock::refresh);
    connect(&mirror, &client::Mirror::wasReset, this, &InspectDock::refresh);
    connect(&mirror, &client::Mirror::staleChanged, this, &InspectDock::refresh);
    connect(&mirror, &client::Mirror::connectionsChanged, this,
            [this](const auto &, const QVector<quint64> &changed, const QVector<quint64> &removed) {
                if (changed.contains(m_id) || removed.contains(m_id))
                    refresh();
            });
    auto *timer = new QTimer(this); // ages go on without news
    connect(timer, &QTimer::timeout, this, &InspectDock::refresh);
    timer->start(1s);
    showEmpty();
}

void InspectDock::build()
{
    m_head = new InspectHead(m_theme, this);
    setTitleBarWidget(m_head);
    auto *body = new Body(this);
    body->setMinimumWidth(kLeastWidth);
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    m_notice = new QLabel(body);
    m_notice->setWordWrap(true);
    m_notice->setAutoFillBackground(true);
    m_notice->setContentsMargins(metric::kSpace4, metric::kSpace2, metric::kSpace4, metric::kSpace2);
    m_why = new QLabel(body);
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::RichText);
    m_why->setContentsMargins(metric::kSpace4, 0, metric::kSpace4, 0);
    m_facts = new FactGrid(m_theme, body);
    auto *scroll = new QScrollArea(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_facts);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(m_notice);
    layout->addWidget(m_why);
    auto *note = new QHBoxLayout;
    note->setContentsMargins(metric::kSpace4, 0, metric::kSpace4, 0);
    note->setSpacing(metric::kSpace2);
    m_tapIcon = new QLabel(body);
    m_tapNote = new QLabel(body);
    m_tapNote->setTextFormat(Qt::PlainText);
    note->addWidget(m_tapIcon);
    note->addWidget(m_tapNote, 1);
    layout->addLayout(note);
    layout->addWidget(scroll, 1);
    m_history = new RateHistory(m_mirror, this);
    m_plot = new RatePlot(m_theme, body);
    m_bar = new QWidget(body);
    m_bar->setFixedHeight(metric::kBar);
    m_bar->installEventFilter(this);
    m_bar->setAutoFillBackground(true);
    auto *buttons = new QHBoxLayout(m_bar);
    buttons->setContentsMargins(metric::kSpace4, 0, metric::kSpace3, 0);
    buttons->addStretch(1);
    auto *foot = new QVBoxLayout;
    foot->setSpacing(0);
    foot->addWidget(m_plot);
    foot->addWidget(m_bar);
    layout->addLayout(foot);
    setWidget(body);
    setTapNote({});
    applyTheme();
}

void InspectDock::setActions(const QVector<QAction *> &actions)
{
    for (QAction *action : actions) {
        auto *button = new KeyButton(m_theme, action->objectName(), m_bar);
        button->follow(*action);
        m_bar->layout()->addWidget(button);
    }
    fitBar();
}

bool InspectDock::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar && event->type() == QEvent::Resize)
        fitBar();
    return QDockWidget::eventFilter(watched, event);
}

//! Where there is too little room, the keys of the buttons give way, and then the words of all but the last.
void InspectDock::fitBar()
{
    const auto buttons = m_bar->findChildren<KeyButton *>(QString(), Qt::FindDirectChildrenOnly);
    const auto needed = [&buttons](bool hasKeys, qsizetype wordless) {
        int width = metric::kSpace4 + metric::kSpace3;
        for (qsizetype i = 0; i < buttons.size(); ++i) {
            buttons[i]->setKeyShown(hasKeys);
            buttons[i]->setWordless(i < wordless);
            width += buttons[i]->isHidden() ? 0 : buttons[i]->sizeHint().width() + metric::kSpace2;
        }
        return width;
    };
    if (needed(true, 0) <= m_bar->width() || needed(false, 0) <= m_bar->width())
        return;
    for (qsizetype wordless = 1; wordless < buttons.size() && needed(false, wordless) > m_bar->width();)
        ++wordless;
}

void InspectDock::setTapNote(const QString &text)
{
    m_tapNote->setText(text);
    m_tapNote->setVisible(!text.isEmpty());
    m_tapIcon->setVisible(!text.isEmpty());
}

void InspectDock::applyTheme()
{
    m_tapIcon->setPixmap(
        m_theme.pixmap(QStringLiteral("tap"), metric::kIcon, m_theme.tokens().slow, devicePixelRatioF()));
    m_tapNote->setFont(m_theme.font(Theme::Type::Small));
    QPalette palette = m_bar->palette();
    palette.setColor(QPalette::Window, m_theme.tokens().panel);
    m_bar->setBackgroundRole(QPalette::Window);
    m_bar->setPalette(palette);
}

void InspectDock::refreshPlot()
{
    m_plot->showSamples(m_history->of(m_id), moment(), m_last.role != QLatin1String("publisher"));
}

void InspectDock::showConnection(quint64 id)
{
    if (id != m_id) {
        m_last = {};
        m_closedAt = 0;
    }
    m_id = id;
    refresh();
}

qint64 InspectDock::moment() const
{
    if (m_closedAt != 0)
        return m_closedAt;
    return m_mirror.isStale() && m_mirror.asOf() > 0 ? m_mirror.asOf() : m_health->now();
}

void InspectDock::refresh()
{
    const auto found = m_mirror.connections().constFind(m_id);
    if (found != m_mirror.connections().constEnd()) {
        m_last = *found;
        m_lastHealth = m_health->of(m_id);
        m_closedAt = 0;
    } else if (m_last.id != 0 && m_closedAt == 0) {
        m_closedAt = m_health->now();
    }
    if (m_last.id == 0) {
        showEmpty();
        return;
    }
    const bool isLive = m_closedAt == 0 && !m_mirror.isStale();
    const auto state = m_closedAt != 0 ? InspectHead::State::Closed
        : isLive                       ? InspectHead::State::Live
                                       : InspectHead::State::Stale;
    m_head->showConnection(m_last, m_lastHealth.status, state);
    if (m_closedAt != 0)
        showNotice(tr("This connection closed at %1. What stands here is the last that was known of it.")
                       .arg(format::clock(m_closedAt)));
    else
        showNotice(isLive ? QString() : tr("As of %1: the relay does not answer.").arg(format::clock(m_mirror.asOf())));
    m_why->setText(isLive ? sentence() : QString());
    m_why->setVisible(!m_why->text().isEmpty());
    m_facts->setVisible(true);
    m_plot->show();
    refreshPlot();
    m_facts->showFacts(factsOf(m_last, m_lastHealth, moment()), !isLive);
}

QString InspectDock::sentence() const
{
    return graph::sentence(graph::judgeRoute(m_mirror, *m_health, m_last));
}

void InspectDock::showEmpty()
{
    m_head->showNothing();
    m_facts->hide();
    m_plot->hide();
    m_why->hide();
    showNotice(tr("Select a connection: everything that is known of it stands here."));
}

void InspectDock::showNotice(const QString &text)
{
    const Tokens &tokens = m_theme.tokens();
    const bool isWarning = m_last.id != 0;
    QPalette palette = m_notice->palette();
    palette.setColor(QPalette::Window, isWarning ? tokens.staleFill : tokens.base);
    palette.setColor(QPalette::WindowText, isWarning ? tokens.text : tokens.text2);
    m_notice->setBackgroundRole(QPalette::Window);
    m_notice->setForegroundRole(QPalette::WindowText);
    m_notice->setPalette(palette);
    m_notice->setFont(m_theme.font(Theme::Type::Body));
    m_why->setFont(m_theme.font(Theme::Type::Body));
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    widget()->layout()->setContentsMargins(0, text.isEmpty() ? metric::kSpace3 : 0, 0, 0);
}

QString InspectDock::notice() const
{
    return m_notice->text();
}

QString InspectDock::text() const
{
    if (m_last.id == 0)
        return {};
    return asText(factsOf(m_last, m_lastHealth, moment()));
}

void InspectDock::copyAll() const
{
    QGuiApplication::clipboard()->setText(text());
}

void InspectDock::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setWindowTitle(tr("Inspect"));
        refresh();
        QTimer::singleShot(0, this, &InspectDock::fitBar); // when the actions have their words
    }
    QDockWidget::changeEvent(event);
}

} // namespace relay::gui::inspect

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/tapsdock.h"

#include "gui/models/format.h"
#include "gui/tap/tapview.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace relay::gui::tap {

using namespace metric;

namespace {

constexpr int kHeadHeight = 30;
constexpr int kLeastView = 600; // all words of its head, 30 % longer ones too

//! A line of words above the taps; a dock asks for the hint and looks at no minimum.
class TapsHead : public QWidget
{
public:
    TapsHead(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedHeight(kHeadHeight);
    }
    [[nodiscard]] QSize sizeHint() const override { return { 200, kHeadHeight }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.tokens().panel);
        painter.fillRect(QRect(0, 0, width(), 1), m_theme.tokens().lineStrong);
        painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
    }

private:
    const Theme &m_theme;
};

class Body : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;
    [[nodiscard]] QSize sizeHint() const override { return { kLeastView, TapsDock::kHeight - kHeadHeight }; }
};

} // namespace

TapsDock::TapsDock(client::AdminClient &client, const Theme &theme, QWidget *parent)
    : QDockWidget(parent)
    , m_client(client)
    , m_theme(theme)
    , m_head(new TapsHead(theme, this))
    , m_title(new QLabel(m_head))
    , m_words(new QLabel(m_head))
    , m_close(new QToolButton(m_head))
    , m_splitter(new QSplitter)
{
    setObjectName(QStringLiteral("taps"));
    setAllowedAreas(Qt::BottomDockWidgetArea);
    setFeatures(DockWidgetClosable);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_close->setAutoRaise(true);
    m_close->setIconSize({ kIcon, kIcon });
    m_close->setFixedSize(kSmallControl, kSmallControl);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(kSpace2, 1, kSpace2, 1);
    row->setSpacing(kSpace2);
    row->addSpacing(kSpace4 - kSpace2); // right-to-left mirrors spaces, but no margins
    row->addWidget(m_title);
    row->addWidget(m_words, 1);
    row->addWidget(m_close);
    setTitleBarWidget(m_head);
    auto *scroll = new Body(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_splitter->setChildrenCollapsible(false);
    scroll->setWidget(m_splitter);
    scroll->setMinimumHeight(180);
    setWidget(scroll);
    connect(m_close, &QToolButton::clicked, this, &TapsDock::close);
    connect(&theme, &Theme::changed, this, &TapsDock::applyTheme);
    applyTheme();
    refresh();
}

void TapsDock::openTap(const Target &target)
{
    const auto same = std::find_if(m_views.begin(), m_views.end(),
                                   [&target](const TapView *view) { return view->target().isSame(target); });
    if (same != m_views.end()) {
        show();
        if (!(*same)->isOpen())
            (*same)->start();
        (*same)->list().setFocus(Qt::OtherFocusReason);
        return;
    }
    makeRoom();
    auto *view = new TapView(m_client, target, m_theme, m_splitter);
    view->setMinimumWidth(kLeastView);
    m_views.append(view);
    m_splitter->addWidget(view);
    connect(view, &TapView::openChanged, this, &TapsDock::refresh);
    connect(view, &TapView::closeAsked, this, [this, view] { remove(view); });
    view->showPage(target.kind == QLatin1String("video") ? TapView::Summary : TapView::Json);
    refresh();
    show();
    raise();
}

//! Ended ones give way, the oldest first; of open ones there are at most as many as a relay allows.
void TapsDock::makeRoom()
{
    if (m_views.size() < kMaxTaps)
        return;
    const auto ended
        = std::find_if(m_views.begin(), m_views.end(), [](const TapView *view) { return !view->isOpen(); });
    remove(ended == m_views.end() ? m_views.first() : *ended);
}

void TapsDock::remove(TapView *view)
{
    m_views.removeOne(view);
    view->disconnect(this);
    view->stop();
    view->hide();
    view->deleteLater();
    if (m_views.isEmpty())
        hide();
    refresh();
}

QWidget *TapsDock::pane() const
{
    return m_views.isEmpty() ? nullptr : &m_views.first()->list();
}

int TapsDock::openCount() const
{
    return int(std::count_if(m_views.begin(), m_views.end(), [](const TapView *view) { return view->isOpen(); }));
}

void TapsDock::refresh()
{
    setWindowTitle(tr("Taps"));
    m_title->setText(tr("Taps"));
    m_words->setText(
        tr("%n open by you.", "Taps", openCount()) + QLatin1Char(' ')
        + tr("Every operator of this relay sees them and the audit log keeps who, what and how long. Previews hold the first %1 bytes of a message.")
              .arg(format::count(kPreviewBytes)));
    m_words->setToolTip(m_words->text());
    m_close->setToolTip(tr("Stop all taps and close"));
    m_close->setAccessibleName(tr("Stop all taps and close"));
    Q_EMIT openCountChanged();
}

void TapsDock::applyTheme()
{
    const Tokens &t = m_theme.tokens();
    m_title->setFont(m_theme.boldFont(Theme::Type::Small));
    m_words->setFont(m_theme.font(Theme::Type::Small));
    QPalette palette = m_words->palette();
    palette.setColor(QPalette::WindowText, t.text2);
    m_words->setForegroundRole(QPalette::WindowText);
    m_words->setPalette(palette);
    m_close->setIcon(m_theme.icon(QStringLiteral("close"), t.text2));
    m_head->update();
}

void TapsDock::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QDockWidget::changeEvent(event);
}

void TapsDock::closeEvent(QCloseEvent *event)
{
    const QVector<TapView *> all = m_views;
    for (TapView *view : all)
        remove(view);
    QDockWidget::closeEvent(event);
}

} // namespace relay::gui::tap

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/tapview.h"

#include "gui/models/format.h"
#include "gui/tap/bodyview.h"
#include "gui/tap/messagemodel.h"
#include "gui/tap/tapsession.h"
#include "gui/tap/tsmodel.h"
#include "gui/tap/tspage.h"
#include "gui/views/elidedlabel.h"
#include "gui/views/keybutton.h"
#include "gui/views/plaintable.h"
#include "gui/views/segments.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

namespace relay::gui::tap {

using namespace metric;
using namespace std::chrono_literals;

namespace {

constexpr int kListWidth = 212;
constexpr int kTimeWidth = 104;
constexpr int kSizeWidth = 68;

QWidget *makeLine(QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setFixedWidth(1);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    return line;
}

} // namespace

TapView::TapView(client::AdminClient &client, const Target &target, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(std::make_unique<TapSession>(client, target))
    , m_icon(new QLabel(this))
    , m_name(new ElidedLabel(Qt::ElideMiddle, this))
    , m_detail(new ElidedLabel(Qt::ElideRight, this))
    , m_progress(new QLabel(this))
    , m_pages(new Segments(theme, this))
    , m_stop(new KeyButton(theme, QStringLiteral("stop"), this))
    , m_again(new KeyButton(theme, QStringLiteral("tap"), this))
    , m_list(new PlainTable(theme, -1, this))
    , m_stack(new QStackedWidget(this))
    , m_summary(new QLabel(this))
    , m_ts(new TsPage(theme, this))
    , m_body(new BodyView(theme, this))
{
    build();
    layOut();
    connect(m_pages, &Segments::chosen, this, [this](int index) { showPage(static_cast<Page>(index)); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (isOpen())
            stop();
        else
            Q_EMIT closeAsked();
    });
    connect(m_again, &QPushButton::clicked, this, &TapView::start);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (m_isSelecting)
            return;
        m_isFollowing = m_list->currentIndex().row() <= 0;
        showSelected();
    });
    connect(m_session.get(), &TapSession::openChanged, this, [this] {
        refresh();
        Q_EMIT openChanged();
    });
    connect(m_session.get(), &TapSession::aboutToTake, this, [this] { m_isSelecting = true; });
    connect(m_session.get(), &TapSession::taken, this, &TapView::showTaken);
    connect(&theme, &Theme::changed, this, &TapView::applyTheme);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &TapView::refresh);
    m_second.start();
    applyTheme();
    retranslate();
    start();
}

TapView::~TapView() = default;

void TapView::build()
{
    m_list->setModel(&m_session->messages());
    m_list->setFixedWidth(kListWidth);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    QHeaderView *head = m_list->horizontalHeader();
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->resizeSection(MessageModel::TimeColumn, kTimeWidth);
    head->setSectionResizeMode(MessageModel::MarkColumn, QHeaderView::Stretch);
    head->resizeSection(MessageModel::SizeColumn, kSizeWidth);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_summary->setContentsMargins(kSpace3, kSpace2, kSpace3, kSpace2);
    m_stack->addWidget(m_summary);
    m_stack->addWidget(m_ts);
    m_stack->addWidget(m_body);
    for (KeyButton *button : { m_stop, m_again })
        button->setFixedHeight(kSmallControl);
    m_stop->setObjectName(QStringLiteral("stop"));
    m_again->setObjectName(QStringLiteral("again"));
}

void TapView::layOut()
{
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout; // below one another: side by side there is room for neither
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_detail);
    head->setContentsMargins(kSpace3, kSpace1, kSpace3, kSpace1);
    head->setSpacing(kSpace2);
    head->addSpacing(kSpace4 - kSpace3);
    head->addWidget(m_icon);
    head->addLayout(words, 1);
    head->addWidget(m_pages);
    head->addWidget(m_progress);
    head->addWidget(m_again);
    head->addWidget(m_stop);
    auto *body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_list);
    body->addWidget(makeLine(this));
    body->addWidget(m_stack, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(body, 1);
}

const Target &TapView::target() const
{
    return m_session->target();
}

MessageModel &TapView::messages()
{
    return m_session->messages();
}

Form TapView::formFor(Page page) const
{
    return m_session->isVideo() && page == Summary ? Form::MpegTs : Form::Bytes;
}

void TapView::start()
{
    m_isFollowing = true;
    m_session->start(formFor(m_page));
}

bool TapView::isOpen() const
{
    return m_session->isOpen();
}

void TapView::stop()
{
    m_session->stop();
}

void TapView::showPage(Page page)
{
    m_page = page;
    m_pages->setCurrent(page);
    m_session->setForm(formFor(page));
    if (page != Summary)
        m_body->setMode(page == Hex ? BodyView::Mode::Hex : page == Text ? BodyView::Mode::Text : BodyView::Mode::Json);
    showSelected();
    refresh();
}

void TapView::showTaken()
{
    m_isSelecting = false;
    if (m_isFollowing || !m_list->currentIndex().isValid())
        selectNewest();
    refresh();
}

void TapView::selectNewest()
{
    m_isFollowing = true;
    m_isSelecting = true;
    m_list->setCurrentIndex(m_session->messages().index(0, 0)); // selectRow() finds none at the edge in right-to-left
    m_isSelecting = false;
    showSelected();
}

void TapView::showSelected()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        m_body->showMessage(m_session->messages().at(current.row()));
    refreshBody();
}

void TapView::refreshBody()
{
    const bool isTsSummary = m_page == Summary && m_session->isTransportStream() && notice().isEmpty();
    m_stack->setCurrentWidget(m_page != Summary ? static_cast<QWidget *>(m_body)
                                  : isTsSummary ? static_cast<QWidget *>(m_ts)
                                                : m_summary);
    if (isTsSummary)
        m_ts->showFigures(m_session->transportStream(),
                          m_session->messages().rowCount() > 0 ? m_session->messages().at(0).at : 0);
    m_summary->setText(notice().isEmpty() ? summary() : notice());
    if (m_session->messages().rowCount() == 0)
        m_body->showNothing(notice());
    const double rate = m_session->messages().perSecond();
    QStringList parts;
    if (rate > 0)
        parts << tr("%1 /s", "Messages a second").arg(QLocale().toString(rate, 'f', 1));
    if (m_session->messages().rowCount() > 0)
        parts << (m_session->feed().lost() == 0 ? tr("none lost", "Messages that the tap missed")
                                                : tr("%1 lost", "Messages that the tap missed")
                                                      .arg(format::count(qint64(m_session->feed().lost()))));
    m_body->setRate(format::enumeration(parts));
}

void TapView::refresh()
{
    m_progress->setText(progress());
    m_detail->setText(detail());
    m_detail->setToolTip(m_detail->text());
    //: buttons of a tap
    m_stop->setText(isOpen() ? tr("Stop") : tr("Close"));
    m_stop->setAccessibleName(isOpen() ? tr("Stop the tap") : tr("Close the tap"));
    m_again->setVisible(!isOpen());
    refreshBody();
}

void TapView::retranslate()
{
    //: how a tapped message is shown
    m_pages->setWords({ tr("Summary"), tr("Hex"), tr("Text"), QStringLiteral("JSON") });
    m_pages->setAccessibleName(tr("How the message is shown"));
    m_name->setText(format::isolated(format::topic(target().topic)));
    m_name->setToolTip(target().topic);
    m_list->setAccessibleName(tr("Messages of the tap"));
    m_again->setText(tr("Tap again"));
    m_again->setAccessibleName(tr("Tap again"));
    m_session->messages().retranslate();
}

void TapView::applyTheme()
{
    const Tokens &t = m_theme.tokens();
    m_icon->setPixmap(m_theme.pixmap(QStringLiteral("tap"), kIcon, t.slow, devicePixelRatioF()));
    m_name->setFont(m_theme.boldFont(Theme::Type::Body));
    m_summary->setFont(m_theme.font(Theme::Type::Small));
    for (QLabel *label : std::initializer_list<QLabel *> { m_detail, m_progress }) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, t.text2);
        label->setForegroundRole(QPalette::WindowText);
        label->setPalette(palette);
        label->setFont(m_theme.font(Theme::Type::Small));
    }
    update();
}

void TapView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

void TapView::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.base);
    const int head = m_list->y();
    painter.fillRect(QRect(0, 0, width(), head), t.panel);
    painter.fillRect(QRect(0, head - 1, width(), 1), t.line);
}

} // namespace relay::gui::tap

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/tapview.h"

#include "common/mpegts/tsframer.h"
#include "gui/models/format.h"
#include "gui/tap/bodyview.h"
#include "gui/tap/messagemodel.h"
#include "gui/tap/tsmodel.h"
#include "gui/tap/tspage.h"
#include "gui/views/keybutton.h"
#include "gui/views/plaintable.h"
#include "gui/views/segments.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace relay::gui::tap {

using namespace metric;
using namespace std::chrono_literals;

namespace {

constexpr int kListWidth = 212;
constexpr int kTimeWidth = 104;
constexpr int kSizeWidth = 68;
constexpr TapFeed::Limits kProbe { .messages = 60, .seconds = 4, .previewBytes = kPreviewBytes };

std::span<const char> spanOf(const QByteArray &bytes)
{
    return { bytes.constData(), size_t(bytes.size()) };
}

bool looksLikePackets(const Message &message)
{
    return message.size > 0 && message.size % qint64(mpegts::kPacket) == 0 && message.preview.startsWith(mpegts::kSync);
}

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
    , m_client(client)
    , m_target(target)
    , m_theme(theme)
    , m_messages(new MessageModel(this))
    , m_icon(new QLabel(this))
    , m_name(new QLabel(this))
    , m_detail(new QLabel(this))
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
    m_list->setModel(m_messages);
    m_list->setFixedWidth(kListWidth);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    QHeaderView *head = m_list->horizontalHeader();
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->resizeSection(MessageModel::TimeColumn, kTimeWidth);
    head->setSectionResizeMode(MessageModel::MarkColumn, QHeaderView::Stretch);
    head->resizeSection(MessageModel::SizeColumn, kSizeWidth);
    m_name->setTextFormat(Qt::PlainText);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
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
    head->setContentsMargins(kSpace4, kSpace1, kSpace3, kSpace1);
    head->setSpacing(kSpace2);
    head->addWidget(m_icon);
    head->addWidget(m_name);
    head->addWidget(m_detail, 1);
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

Form TapView::formFor(Page page) const
{
    return isVideo() && page == Summary ? Form::MpegTs : Form::Bytes;
}

void TapView::start()
{
    m_messages->clear();
    m_analyser = {};
    m_texts = m_binaries = 0;
    m_bytes = 0;
    m_isFollowing = true;
    m_isTs = isVideo();
    open(formFor(m_page));
    if (isVideo())
        probe();
    Q_EMIT openChanged();
}

void TapView::open(Form form)
{
    m_feed.reset(); // first, or the two together may be more than a topic allows
    m_feed = std::make_unique<TapFeed>(m_client, m_target, form, TapFeed::Limits {});
    connect(m_feed.get(), &TapFeed::received, this, &TapView::take);
    connect(m_feed.get(), &TapFeed::stateChanged, this, [this] {
        refresh();
        Q_EMIT openChanged();
    });
    refresh();
}

//! The heads of packets do not tell what the streams are; a few whole messages do.
void TapView::probe()
{
    m_probe.reset();
    m_probe = std::make_unique<TapFeed>(m_client, m_target, Form::Bytes, kProbe);
    connect(m_probe.get(), &TapFeed::received, this, [this](const QVector<Message> &messages) {
        for (const Message &message : messages)
            if (looksLikePackets(message))
                m_analyser.learn(spanOf(message.preview));
        if (m_analyser.knowsTypes() && m_analyser.width() > 0)
            m_probe->stop();
    });
}

bool TapView::isOpen() const
{
    return m_feed != nullptr && m_feed->state() != TapFeed::State::Ended;
}

void TapView::stop()
{
    if (m_probe != nullptr)
        m_probe->stop();
    m_feed->stop();
}

void TapView::showPage(Page page)
{
    m_page = page;
    m_pages->setCurrent(page);
    if (isOpen() && formFor(page) != m_feed->form()) {
        m_analyser.skip(); // between the one and the other something passes by
        open(formFor(page));
    }
    if (page != Summary)
        m_body->setMode(page == Hex ? BodyView::Mode::Hex : page == Text ? BodyView::Mode::Text : BodyView::Mode::Json);
    showSelected();
    refresh();
}

//! Feeds what a message tells of a transport stream, and marks key frames.
void TapView::look(Message &message)
{
    message.isText ? ++m_texts : ++m_binaries;
    m_bytes += message.size;
    const std::span<const char> preview = spanOf(message.preview);
    if (message.lost > 0)
        m_analyser.skip();
    if (message.form == Form::MpegTs) {
        m_isTs = true;
        m_analyser.feed(preview, mpegts::TsAnalyser::kHeadBytes, message.at);
        message.isKey = mpegts::hasRandomAccess(preview, mpegts::TsAnalyser::kHeadBytes);
        return;
    }
    if (!looksLikePackets(message))
        return;
    message.isKey = mpegts::hasRandomAccess(preview, mpegts::kPacket);
    if (message.isWhole()) {
        m_analyser.feed(preview, mpegts::kPacket, message.at);
    } else {
        m_analyser.learn(preview);
        m_analyser.skip();
    }
}

void TapView::take(const QVector<Message> &messages)
{
    QVector<Message> looked = messages;
    for (Message &message : looked)
        look(message);
    m_isSelecting = true;
    m_messages->add(looked);
    m_isSelecting = false;
    if (m_isFollowing || !m_list->currentIndex().isValid())
        selectNewest();
    refresh();
}

void TapView::selectNewest()
{
    m_isFollowing = true;
    m_isSelecting = true;
    m_list->selectRow(0);
    m_isSelecting = false;
    showSelected();
}

void TapView::showSelected()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        m_body->showMessage(m_messages->at(current.row()));
    refreshBody();
}

void TapView::refreshBody()
{
    const bool isTsSummary = m_page == Summary && m_isTs && notice().isEmpty();
    m_stack->setCurrentWidget(m_page != Summary ? static_cast<QWidget *>(m_body)
                                  : isTsSummary ? static_cast<QWidget *>(m_ts)
                                                : m_summary);
    if (isTsSummary)
        m_ts->showFigures(m_analyser, m_messages->rowCount() > 0 ? m_messages->at(0).at : 0);
    m_summary->setText(notice().isEmpty() ? summary() : notice());
    if (m_messages->rowCount() == 0)
        m_body->showNothing(notice());
    const double rate = m_messages->perSecond();
    QStringList parts;
    if (rate > 0)
        parts << tr("%1 /s", "Messages a second").arg(QLocale().toString(rate, 'f', 1));
    if (m_feed != nullptr && m_messages->rowCount() > 0)
        parts << (m_feed->lost() == 0
                      ? tr("none lost", "Messages that the tap missed")
                      : tr("%1 lost", "Messages that the tap missed").arg(format::count(qint64(m_feed->lost()))));
    m_body->setRate(parts.join(QStringLiteral(", ")));
}

QString TapView::summary() const
{
    const quint64 count = m_texts + m_binaries;
    if (count == 0)
        return {};
    QStringList lines;
    lines << tr("%1 messages: %2 text, %3 binary")
                 .arg(format::count(qint64(count)), format::count(qint64(m_texts)), format::count(qint64(m_binaries)));
    lines << tr("%1 bytes in all, %2 each on average")
                 .arg(format::count(m_bytes), format::count(m_bytes / qint64(count)));
    if (m_messages->perSecond() > 0)
        lines << tr("%1 messages a second").arg(QLocale().toString(m_messages->perSecond(), 'f', 1));
    lines << (m_feed->lost() == 0
                  ? tr("None lost: this is all that passed.")
                  : tr("%1 lost: more came than a tap takes.").arg(format::count(qint64(m_feed->lost()))));
    return lines.join(QLatin1Char('\n'));
}

QString TapView::notice() const
{
    if (m_messages->rowCount() > 0)
        return {};
    if (m_feed->isRefused())
        return m_feed->endReason();
    switch (m_feed->state()) {
    case TapFeed::State::Opening: return tr("Asking the relay.");
    case TapFeed::State::Open: return tr("Nothing came yet. What is sent from now on stands here.");
    case TapFeed::State::Ended: return tr("Nothing came while it was open.");
    }
    return {};
}

QString TapView::detail() const
{
    if (m_target.connection == 0)
        return tr("all publishers", "What a tap of a topic is of");
    const QString peer = format::isolated(m_target.peer);
    //: a tap: what the relay sends to an address, what an address sends, or both
    return m_target.direction == QLatin1String("out") ? tr("out to %1").arg(peer)
        : m_target.direction == QLatin1String("in")   ? tr("in from %1").arg(peer)
                                                      : tr("to and from %1").arg(peer);
}

QString TapView::endedText() const
{
    const QString reason = m_feed->endReason();
    if (m_feed->isRefused())
        return tr("not opened", "State of a tap");
    if (reason == QLatin1String("messages"))
        return tr("ended: %1 messages", "State of a tap").arg(format::count(m_feed->limits().messages));
    if (reason == QLatin1String("time"))
        return tr("ended: %1 min", "State of a tap").arg(m_feed->limits().seconds / 60);
    if (reason == QLatin1String("gone"))
        return tr("ended: it closed", "State of a tap");
    if (reason == QLatin1String("busy"))
        return tr("ended: the relay is busy", "State of a tap");
    if (reason == QLatin1String("lost"))
        return tr("ended: no contact", "State of a tap");
    return tr("stopped", "State of a tap");
}

QString TapView::progress() const
{
    if (!isOpen())
        return endedText();
    if (m_feed->state() == TapFeed::State::Opening)
        return {};
    const qint64 left = m_feed->endsAt() - QDateTime::currentMSecsSinceEpoch();
    const qint64 seconds = std::clamp<qint64>(left / 1000, 0, kMaxSeconds);
    //: how far a tap is: messages of how many, time left as minutes and seconds
    return tr("%1 of %2, %3 left")
        .arg(format::count(m_feed->messages()), format::count(m_feed->limits().messages),
             QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
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
    m_name->setText(format::isolated(format::topic(m_target.topic)));
    m_name->setToolTip(m_target.topic);
    m_list->setAccessibleName(tr("Messages of the tap"));
    m_again->setText(tr("Tap again"));
    m_again->setAccessibleName(tr("Tap again"));
    m_messages->retranslate();
}

void TapView::applyTheme()
{
    const Tokens &t = m_theme.tokens();
    m_icon->setPixmap(m_theme.pixmap(QStringLiteral("tap"), kIcon, t.slow, devicePixelRatioF()));
    m_name->setFont(m_theme.boldFont(Theme::Type::Body));
    m_summary->setFont(m_theme.font(Theme::Type::Small));
    for (QLabel *label : { m_detail, m_progress }) {
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspect/inspecthead.h"

#include "gui/graph/names.h"
#include "gui/models/format.h"
#include "gui/views/statuscolor.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace relay::gui::inspect {

namespace {

QToolButton *makeButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIconSize({ metric::kIcon, metric::kIcon });
    button->setFixedSize(metric::kControl, metric::kControl);
    return button;
}

} // namespace

InspectHead::InspectHead(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setMinimumHeight(metric::kBar);
    m_icon = new QLabel(this);
    m_status = new QLabel(this);
    m_name = new QLabel(this);
    m_name->setTextFormat(Qt::RichText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_copy = makeButton(this);
    m_close = makeButton(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kSpace2, metric::kSpace2, metric::kSpace2, metric::kSpace2);
    layout->setSpacing(metric::kSpace2);
    layout->addSpacing(metric::kSpace4 - metric::kSpace2); // right-to-left mirrors spaces, but no margins
    layout->addWidget(m_icon);
    layout->addWidget(m_status);
    layout->addSpacing(metric::kSpace4);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_copy);
    layout->addWidget(m_close);
    connect(m_copy, &QToolButton::clicked, this, &InspectHead::copyAsked);
    connect(m_close, &QToolButton::clicked, this, &InspectHead::closeAsked);
    connect(&theme, &Theme::changed, this, &InspectHead::applyTheme);
    retranslate();
    applyTheme();
}

//! A dock asks for this and looks at no minimum.
QSize InspectHead::sizeHint() const
{
    return { QFrame::sizeHint().width(), metric::kBar };
}

void InspectHead::retranslate()
{
    m_copy->setToolTip(tr("Copy everything that stands here"));
    m_copy->setAccessibleName(tr("Copy"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the inspect panel"));
}

void InspectHead::applyTheme()
{
    const QColor color = m_theme.tokens().text2;
    m_copy->setIcon(m_theme.icon(QStringLiteral("copy"), color));
    m_close->setIcon(m_theme.icon(QStringLiteral("close"), color));
    m_name->setFont(m_theme.font(Theme::Type::Body));
    update();
}

void InspectHead::showConnection(const client::Connection &connection, Status status, State state)
{
    const Tokens &tokens = m_theme.tokens();
    const bool isLive = state == State::Live;
    const bool isClosed = state == State::Closed;
    const QColor color = isLive ? statusColor(tokens, status) : tokens.text3;
    const QString icon = isClosed ? QStringLiteral("closed") : statusIcon(status);
    m_icon->setPixmap(m_theme.pixmap(icon, metric::kIcon, color, devicePixelRatioF()));
    QPalette palette = m_status->palette();
    palette.setColor(QPalette::WindowText, color);
    m_status->setForegroundRole(QPalette::WindowText);
    m_status->setPalette(palette);
    m_status->setFont(needsAttention(status) && isLive ? m_theme.boldFont(Theme::Type::Body)
                                                       : m_theme.font(Theme::Type::Body));
    //: instead of a status: the connection has ended
    m_status->setText(isClosed ? tr("Closed") : statusWord(status));
    const auto bold = [](const QString &text) -> QString {
        return QLatin1String("<b>") + format::isolated(text.toHtmlEscaped()) + QLatin1String("</b>");
    };
    const QString topic = bold(graph::topicLabel(connection.topic));
    const bool isPublisher = connection.role == QLatin1String("publisher");
    //: a topic and the address of a connection that reads it; then one that publishes to it
    m_name->setText(
        (isPublisher ? tr("%1 from %2") : tr("%1 to %2")).arg(topic, bold(graph::peerLabel(connection.address))));
    m_icon->show();
    m_status->show();
    m_copy->setEnabled(true);
}

void InspectHead::showNothing()
{
    m_icon->hide();
    m_status->hide();
    m_name->setText(tr("Inspect"));
    m_copy->setEnabled(false);
}

void InspectHead::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void InspectHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
    if (!m_status->isVisible())
        return;
    const int middle = (m_status->geometry().right() + m_name->geometry().left()) / 2;
    const int mirrored = (m_name->geometry().right() + m_status->geometry().left()) / 2;
    painter.fillRect(QRect(layoutDirection() == Qt::RightToLeft ? mirrored : middle, metric::kSpace3, 1,
                           height() - 2 * metric::kSpace3),
                     m_theme.tokens().line);
}

} // namespace relay::gui::inspect

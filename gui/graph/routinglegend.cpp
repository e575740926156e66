// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/routinglegend.h"

#include "gui/graph/edgelayer.h"
#include "gui/views/keybutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include <array>

namespace relay::gui::graph {

namespace {

constexpr int kShort = 24;
constexpr int kLong = 48;
constexpr double kVideo = 4e6 / 8;                //!< bytes/s of the lines that the legend shows
constexpr std::array kWidths { 0.1, 4.0, 150.0 }; //!< Mbit/s

//! A piece of line as the graph draws it.
class Swatch : public QWidget
{
public:
    enum class Kind { Plain, Dropping, Slow };

    Swatch(const Theme &theme, Kind kind, double rate, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_kind(kind)
        , m_rate(rate)
    {
        setFixedSize(kind == Kind::Plain ? kShort : kLong, metric::kIcon);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &tokens = m_theme.tokens();
        QPainterPath path(QPointF(0, height() / 2.0));
        path.lineTo(width(), height() / 2.0);
        if (m_kind == Kind::Dropping) {
            paintDroppingLine(&painter, path, edgeWidth(m_rate), 0.4, tokens);
        } else if (m_kind == Kind::Slow) {
            paintSlowLine(&painter, path, edgeWidth(m_rate), tokens);
        } else {
            painter.setPen(QPen(tokens.edge, edgeWidth(m_rate), Qt::SolidLine, Qt::FlatCap));
            painter.drawPath(path);
        }
    }

private:
    const Theme &m_theme;
    Kind m_kind;
    double m_rate;
};

//! A vertical line between groups.
class Separator : public QWidget
{
public:
    Separator(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedSize(1, metric::kSpace5);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_theme.tokens().line); }

private:
    const Theme &m_theme;
};

} // namespace

RoutingLegend::RoutingLegend(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setMinimumHeight(metric::kBar);
    m_width = new QLabel(this);
    m_unit = new QLabel(QStringLiteral("Mbit/s"), this);
    m_dropping = new QLabel(this);
    m_slow = new QLabel(this);
    m_fold = new KeyButton(theme, {}, this);
    m_fit = new KeyButton(theme, {}, this);
    m_fit->setKeyText(QStringLiteral("0"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kSpace4, 0, metric::kSpace4, 0);
    layout->setSpacing(metric::kSpace2);
    layout->addWidget(m_width);
    for (double megabits : kWidths) {
        layout->addWidget(new Swatch(theme, Swatch::Kind::Plain, megabits * 1e6 / 8, this));
        m_widths.append(new QLabel(this));
        layout->addWidget(m_widths.last());
    }
    layout->addWidget(m_unit);
    layout->addWidget(new Separator(theme, this));
    layout->addWidget(new Swatch(theme, Swatch::Kind::Dropping, kVideo, this));
    layout->addWidget(m_dropping);
    layout->addWidget(new Separator(theme, this));
    layout->addWidget(new Swatch(theme, Swatch::Kind::Slow, kVideo, this));
    layout->addWidget(m_slow);
    layout->addStretch(1);
    layout->addWidget(m_fold);
    layout->addWidget(m_fit);
    connect(m_fold, &QPushButton::clicked, this, &RoutingLegend::foldAsked);
    connect(m_fit, &QPushButton::clicked, this, &RoutingLegend::fitAsked);
    connect(&theme, &Theme::changed, this, &RoutingLegend::applyTheme);
    retranslate();
    applyTheme();
    setCanFold(false);
}

void RoutingLegend::setCanFold(bool canFold)
{
    m_fold->setEnabled(canFold);
}

void RoutingLegend::retranslate()
{
    m_width->setText(tr("Line width"));
    for (qsizetype i = 0; i < m_widths.size(); ++i)
        m_widths[i]->setText(QLocale().toString(kWidths.at(size_t(i))));
    m_dropping->setText(tr("dropping: dashes are the share delivered"));
    m_slow->setText(tr("slow: all delivered, late"));
    m_fold->setText(tr("Fold all"));
    m_fold->setToolTip(tr("Folds the readers of every topic that you have opened"));
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("Scales the graph so that as much as possible is in view (0); Ctrl and the wheel zoom"));
}

void RoutingLegend::applyTheme()
{
    for (QLabel *label : findChildren<QLabel *>()) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, m_theme.tokens().text2);
        label->setForegroundRole(QPalette::WindowText);
        label->setPalette(palette);
        label->setFont(m_theme.font(Theme::Type::Small));
    }
    update();
}

void RoutingLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void RoutingLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().panel);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.tokens().lineStrong);
}

} // namespace relay::gui::graph

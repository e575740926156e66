// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/firstrunpage.h"

#include "gui/views/commandline.h"
#include "gui/views/firstpicture.h"
#include "gui/views/hexagon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kColumnWidth = 800;
constexpr int kNumberSize = 28;

//! The number of a step in a hexagon; the first is filled, because that is where to begin.
class StepNumber : public QWidget
{
public:
    StepNumber(int number, const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_number(number)
        , m_theme(theme)
    {
        setFixedSize(kNumberSize, kNumberSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.accent, 1.5));
        painter.setBrush(m_number == 1 ? QBrush(t.accent) : QBrush(Qt::NoBrush));
        painter.drawPolygon(hexagon(QRectF(rect()).center(), 12.5));
        painter.setFont(m_theme.boldFont(Theme::Type::Body));
        painter.setPen(m_number == 1 ? t.accentText : t.accent);
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
    const Theme &m_theme;
};

} // namespace

FirstRunPage::FirstRunPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_intro(new QLabel(this))
    , m_outro(new QLabel(this))
    , m_address(QStringLiteral("127.0.0.1:9999"))
{
    m_title->setFont(theme.font(Theme::Type::Figure));
    m_title->setWordWrap(true);
    m_intro->setWordWrap(true);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, kSpace5 + kSpace4, 0, kSpace5);
    column->setSpacing(kSpace2);
    auto *words = new QVBoxLayout;
    words->setSpacing(kSpace2);
    words->addStretch(1);
    words->addWidget(m_title);
    words->addWidget(m_intro);
    words->addStretch(1);
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpace5);
    head->addLayout(words, 1);
    head->addWidget(new FirstPicture(theme, this));
    column->addLayout(head);
    column->addSpacing(kSpace4);
    for (int step = 0; step < Count; ++step)
        column->addWidget(makeStep(step));
    column->addSpacing(kSpace3);
    column->addWidget(m_outro);
    column->addStretch(1);
    auto *holder = new QWidget(this);
    holder->setLayout(column);
    holder->setMaximumWidth(kColumnWidth);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace4, 0, kSpace4, 0);
    row->addStretch(1);
    row->addWidget(holder, 1000);
    row->addStretch(1);
    connect(&theme, &Theme::changed, this, &FirstRunPage::takeTheme);
    setFocusProxy(m_commands[SendVideo]);
    takeTheme();
    retranslate();
}

QWidget *FirstRunPage::makeStep(int number)
{
    auto *step = new QWidget(this);
    auto *row = new QHBoxLayout(step);
    row->setContentsMargins(0, kSpace3, 0, kSpace3);
    row->setSpacing(kSpace3);
    row->addWidget(new StepNumber(number + 1, m_theme, step), 0, Qt::AlignTop);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(kSpace2);
    auto *head = new QLabel(step);
    head->setTextFormat(Qt::RichText);
    head->setMinimumHeight(kNumberSize);
    head->setWordWrap(true);
    m_heads[static_cast<size_t>(number)] = head;
    m_commands[static_cast<size_t>(number)] = new CommandLine(QString(), m_theme, step);
    lines->addWidget(head);
    lines->addWidget(m_commands[static_cast<size_t>(number)]);
    row->addLayout(lines, 1);
    return step;
}

void FirstRunPage::setListenAddress(const QString &address)
{
    m_address = address;
    m_commands[SendVideo]->setCommand(
        QStringLiteral("ffmpeg -re -f lavfi -i testsrc -c:v mpeg1video -f mpegts http://%1/in/demo").arg(address));
    m_commands[Watch]->setCommand(QStringLiteral("http://%1/watch/demo").arg(address));
    m_commands[Chat]->setCommand(QStringLiteral("/usr/bin/python3 -m websockets ws://%1/chat").arg(address));
    for (CommandLine *command : m_commands)
        command->retranslate();
}

QStringList FirstRunPage::commands() const
{
    QStringList all;
    for (const CommandLine *command : m_commands)
        all.append(command->command());
    return all;
}

void FirstRunPage::retranslate()
{
    m_title->setText(tr("The relay is running. Nothing is connected yet."));
    m_intro->setText(tr(
        "Three lines bring the first picture through it. Paste them into a terminal on this computer; the connections appear here as they open."));
    const auto head = [](const QString &verb, const QString &rest) {
        return QString(QStringLiteral("<b>") + verb.toHtmlEscaped() + QStringLiteral("</b>&nbsp; ")
                       + rest.toHtmlEscaped());
    };
    m_heads[SendVideo]->setText(head(tr("Send video", "First step"), tr("a test picture, 25 frames a second")));
    m_heads[Watch]->setText(head(tr("Watch it", "Second step"), tr("in any browser")));
    m_heads[Chat]->setText(
        head(tr("Exchange messages", "Third step"), tr("the same line in each of two terminals, then type")));
    m_outro->setText(tr("The table takes this place at the first connection."));
    setListenAddress(m_address);
}

void FirstRunPage::takeTheme()
{
    QPalette secondary = palette();
    secondary.setColor(QPalette::WindowText, m_theme.tokens().text2);
    m_intro->setPalette(secondary);
    m_outro->setPalette(secondary);
    update();
}

void FirstRunPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.base);
    // A line above each step and below the last.
    const QWidget *last = m_heads[Count - 1]->parentWidget();
    for (const QLabel *head : m_heads) {
        const QRect step(head->parentWidget()->mapTo(this, QPoint()), head->parentWidget()->size());
        painter.fillRect(QRect(step.left(), step.top() - kSpace1, step.width(), 1), t.line);
    }
    const QRect step(last->mapTo(this, QPoint()), last->size());
    painter.fillRect(QRect(step.left(), step.bottom() + kSpace1, step.width(), 1), t.line);
}

} // namespace relay::gui

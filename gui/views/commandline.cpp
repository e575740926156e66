// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/commandline.h"

#include "gui/views/keybutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>

#include <chrono>

namespace relay::gui {

using namespace metric;
using namespace std::chrono_literals;

CommandLine::CommandLine(const QString &command, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_line(new QLineEdit(command, this))
    , m_copy(new KeyButton(theme, QStringLiteral("copy"), this))
{
    m_line->setReadOnly(true);
    m_line->setFixedHeight(kControl + kSpace1);
    m_line->setFont(theme.monoFont(Theme::Type::Small));
    m_line->setTextMargins(kSpace1, 0, kSpace1, 0);
    m_line->setLayoutDirection(Qt::LeftToRight); // a command reads one way in every language
    m_line->setCursorPosition(0);
    m_copy->setFixedHeight(kControl + kSpace1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace2);
    row->addWidget(m_line, 1);
    row->addWidget(m_copy);
    connect(m_copy, &KeyButton::clicked, this, &CommandLine::copy);
    connect(&theme, &Theme::changed, this, &CommandLine::takeTheme);
    setFocusProxy(m_copy);
    takeTheme();
    retranslate();
}

void CommandLine::setCommand(const QString &command)
{
    m_line->setText(command);
    m_line->setCursorPosition(0);
}

QString CommandLine::command() const
{
    return m_line->text();
}

void CommandLine::copy()
{
    QGuiApplication::clipboard()->setText(command());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(2s, this, &CommandLine::retranslate);
}

void CommandLine::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy %1", "Button, for screen readers: the command").arg(command()));
    m_line->setAccessibleName(tr("Command"));
}

void CommandLine::takeTheme()
{
    QPalette own = palette();
    own.setColor(QPalette::Base, m_theme.tokens().panel);
    own.setColor(QPalette::Text, m_theme.tokens().text);
    m_line->setPalette(own);
}

} // namespace relay::gui

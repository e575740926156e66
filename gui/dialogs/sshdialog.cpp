// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/sshdialog.h"

#include "gui/connect/sshwords.h"
#include "gui/models/format.h"
#include "gui/views/keybutton.h"

#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace relay::gui::dialogs {

using namespace metric;

namespace {

constexpr int kTextHeight = 200;

} // namespace

SshDialog::SshDialog(const SshTransport &ssh, const Theme &theme, QWidget *parent)
    : Sheet(theme, parent)
    , m_ssh(ssh)
    , m_title(new QLabel(this))
    , m_byHand(new QLabel(this))
    , m_said(new QPlainTextEdit(this))
    , m_close(new KeyButton(theme, {}, this))
{
    m_title->setFont(theme.boldFont(Theme::Type::Title));
    m_byHand->setWordWrap(true);
    m_byHand->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_said->setReadOnly(true);
    m_said->setTabChangesFocus(true);
    m_said->setFont(theme.monoFont(Theme::Type::Small));
    m_said->setMinimumHeight(kTextHeight);
    m_said->setLayoutDirection(Qt::LeftToRight); // ssh speaks English
    m_close->setKeyText(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace4, kSpace4, kSpace4, kSpace4);
    column->setSpacing(kSpace3);
    column->addWidget(m_title);
    column->addWidget(m_said);
    column->addWidget(m_byHand);
    column->addWidget(m_close, 0, Qt::AlignTrailing);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&ssh, &SshTransport::saidMore, this, &SshDialog::refresh);
    connect(&ssh, &QObject::destroyed, this, &QDialog::reject);
    retranslate();
    refresh();
}

void SshDialog::refresh()
{
    m_said->setPlainText(m_ssh.said().isEmpty() ? tr("Nothing yet.", "ssh has not written anything") : m_ssh.said());
}

void SshDialog::retranslate()
{
    const QString host = m_ssh.place().name();
    //: host
    m_title->setText(tr("What ssh to %1 says").arg(format::isolated(host)));
    setWindowTitle(m_title->text());
    m_said->setAccessibleName(m_title->text());
    //: a command
    m_byHand->setText(tr("To try it by hand: %1").arg(format::isolated(sshByHand(m_ssh.place()))));
    m_close->setText(tr("Close"));
}

void SshDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace relay::gui::dialogs

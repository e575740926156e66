// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/connect/sshtransport.h"
#include "gui/dialogs/sheet.h"

class QLabel;
class QPlainTextEdit;

namespace relay::gui {
class KeyButton;
}

namespace relay::gui::dialogs {

//! What ssh wrote, as it was written, with the command to try by hand. Follows while it is open.
class SshDialog : public Sheet
{
    Q_OBJECT
public:
    SshDialog(const SshTransport &ssh, const Theme &theme, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    const SshTransport &m_ssh;
    QLabel *m_title;
    QLabel *m_byHand;
    QPlainTextEdit *m_said;
    KeyButton *m_close;
};

} // namespace relay::gui::dialogs

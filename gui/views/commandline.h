// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace relay::gui {

class KeyButton;

//! A command to paste into a terminal, and a button that copies it.
class CommandLine : public QWidget
{
    Q_OBJECT
public:
    CommandLine(const QString &command, const Theme &theme, QWidget *parent = nullptr);

    void setCommand(const QString &command);
    [[nodiscard]] QString command() const;
    void copy();
    void retranslate();

private:
    void takeTheme();

    const Theme &m_theme;
    QLineEdit *m_line;
    KeyButton *m_copy;
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QPushButton>

namespace relay::gui::dialogs {

//! A button for what cannot be undone: filled red, with an icon. Never the default, so that no stray Return presses it.
class DangerButton : public QPushButton
{
    Q_OBJECT
public:
    DangerButton(const Theme &theme, const QString &iconName, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_iconName;
};

} // namespace relay::gui::dialogs

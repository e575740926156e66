// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace relay::gui::dialogs {

//! Dims the window below a dialog, so that it is clear what waits. Follows the window's size; takes no input.
class Scrim : public QWidget
{
    Q_OBJECT
public:
    explicit Scrim(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace relay::gui::dialogs

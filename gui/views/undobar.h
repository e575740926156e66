// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/views/banner.h"

#include <QTimer>

namespace relay::gui {

//! A banner that offers to take something back, for a while: a line below it shrinks, then it goes.
class UndoBar : public Banner
{
    Q_OBJECT
public:
    UndoBar(const Theme &theme, const QString &iconName, QAction &undo, QWidget *parent = nullptr);

    static constexpr int kStaysMs = 10'000;
    void offer(const QString &headline, const QString &rest); //!< from now on; replaces an earlier offer

Q_SIGNALS:
    void isOver(); //!< hidden; nothing is offered any more

protected:
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_left;
    QTimer m_step;
};

} // namespace relay::gui

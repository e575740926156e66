// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QToolButton>

namespace relay::gui {

//! An icon in the top bar that opens a menu or does what an action does.
class HeaderButton : public QToolButton
{
    Q_OBJECT
public:
    HeaderButton(const Theme &theme, const QString &iconName, QWidget *parent = nullptr);

    void follow(QAction &action); //!< name, tooltip and what a click does
    void setBadge(int count);     //!< 0: none

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_iconName;
    int m_badge = 0;
};

} // namespace relay::gui

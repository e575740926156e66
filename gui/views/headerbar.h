// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"
#include "gui/views/linkview.h"

#include <QWidget>

class QMenu;

namespace relay::gui {

class HeaderButton;
class RelayTabs;

//! The dark bar on top: mark, the relay's tab, settings and menu.
class HeaderBar : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderBar(const Theme &theme, QWidget *parent = nullptr);

    void setLink(const LinkView &link);
    void setSettingsMenu(QMenu *menu);
    void setMainMenu(QMenu *menu);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Theme &m_theme;
    RelayTabs *m_tabs;
    HeaderButton *m_settings;
    HeaderButton *m_menu;
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"
#include "gui/views/linkview.h"

#include <QVector>
#include <QWidget>

class QAction;
class QMenu;

namespace relay::gui {

class HeaderButton;
class HeaderField;
class RelayTabs;

//! The dark bar on top: mark, a tab for each relay, the way to more, the palette, settings and menu.
class HeaderBar : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderBar(const Theme &theme, QWidget *parent = nullptr);

    void setLinks(const QVector<LinkView> &links, int current);
    void setActions(QAction &palette, QAction &connectTo);
    void setNarrow(bool isNarrow);
    void setAlertCount(int count); //!< on the bell
    void setSettingsMenu(QMenu *menu);
    void setMainMenu(QMenu *menu);

Q_SIGNALS:
    void tabChosen(int index);
    void tabCloseAsked(int index);
    void alertsAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Theme &m_theme;
    RelayTabs *m_tabs;
    HeaderButton *m_add;
    HeaderField *m_palette;
    HeaderButton *m_alerts;
    HeaderButton *m_settings;
    HeaderButton *m_menu;
    int m_alertCount = 0;
};

} // namespace relay::gui

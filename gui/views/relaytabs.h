// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"
#include "gui/views/linkview.h"

#include <QTabBar>

namespace relay::gui {

//! One tab per relay in the top bar: name, and below it how the contact is.
class RelayTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit RelayTabs(const Theme &theme, QWidget *parent = nullptr);

    void setLink(const LinkView &link);

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

private:
    const Theme &m_theme;
    LinkView m_link;
};

} // namespace relay::gui

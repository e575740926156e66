// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"
#include "gui/views/linkview.h"

#include <QTabBar>
#include <QVector>

namespace relay::gui {

//! One tab per relay in the top bar: name, and below it how the contact is. More than one can be closed.
class RelayTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit RelayTabs(const Theme &theme, QWidget *parent = nullptr);

    void setLinks(const QVector<LinkView> &links, int current);

Q_SIGNALS:
    void chosen(int index); //!< by the operator, not by setLinks()

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void changeEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void takeCount();
    void nameTabs();
    void drawTab(QPainter &painter, int index) const;

    const Theme &m_theme;
    QVector<LinkView> m_links;
    bool m_isTaking = false; //!< inside setLinks()
};

} // namespace relay::gui

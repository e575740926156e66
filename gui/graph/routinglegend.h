// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QFrame>
#include <QVector>

class QLabel;

namespace relay::gui {
class KeyButton;
}

namespace relay::gui::graph {

//! The bar below the graph: what widths and dashes mean, and the two buttons of the graph.
class RoutingLegend : public QFrame
{
    Q_OBJECT
public:
    explicit RoutingLegend(const Theme &theme, QWidget *parent = nullptr);

    void setCanFold(bool canFold);

Q_SIGNALS:
    void foldAsked();
    void fitAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void applyTheme();

    const Theme &m_theme;
    QLabel *m_width = nullptr;
    QVector<QLabel *> m_widths; //!< the figures beside the lines
    QLabel *m_unit = nullptr;
    QLabel *m_dropping = nullptr;
    QLabel *m_slow = nullptr;
    KeyButton *m_fold = nullptr;
    KeyButton *m_fit = nullptr;
};

} // namespace relay::gui::graph

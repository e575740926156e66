// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QColor>
#include <QString>
#include <QWidget>

namespace relay::gui::chart {

//! One entry of a legend: a piece of line, the name of the series and, quieter, its unit.
class LegendKey : public QWidget
{
    Q_OBJECT
public:
    explicit LegendKey(const Theme &theme, QWidget *parent = nullptr);

    void setEntry(const QString &name, const QString &unit, const QColor &color);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_name;
    QString m_unit;
    QColor m_color;
};

} // namespace relay::gui::chart

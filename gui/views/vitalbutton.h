// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QToolButton>
#include <QVector>

namespace relay::gui {

//! One large figure with its name, unit, and either a line of its last minute or a remark.
struct VitalFigure
{
    QString name;
    QString value;
    QString unit;
    QString remark;
    QVector<float> history; //!< may be empty
    QColor historyColor;
    bool isTrouble = false; //!< the figure takes the colour of dropping
};

class VitalButton : public QToolButton
{
    Q_OBJECT
public:
    explicit VitalButton(const Theme &theme, QWidget *parent = nullptr);

    void setLast(bool isLast) { m_isLast = isLast; } //!< no line after it
    void setFigure(const VitalFigure &figure, bool isStale);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    VitalFigure m_figure;
    bool m_isStale = false;
    bool m_isLast = false;
};

} // namespace relay::gui

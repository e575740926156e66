// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace relay::gui {

class Theme;

/*!
 * Fusion without its gradients: flat controls with a 1 px edge and a 2 px ring where the focus is, thin scroll bars.
 * Radio buttons and check boxes can be seen while they are off. Everything else is Fusion with the theme's palette. The
 * application owns it.
 */
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    explicit Style(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                       const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returnData) const override;

private:
    void drawButtonPanel(const QStyleOption &option, QPainter &painter) const;
    void drawIndicator(const QStyleOption &option, QPainter &painter, bool isRadio) const;
    void drawField(const QStyleOption &option, QPainter &painter) const;
    void drawScrollBar(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const;

    const Theme &m_theme;
};

//! A control's outline: one pixel of `edge` inside `rect`, filled with `ground`; an invalid colour leaves that part out.
void drawControlFrame(QPainter &painter, const QRect &rect, const QColor &ground, const QColor &edge, int width = 1);

} // namespace relay::gui

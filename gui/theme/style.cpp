// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/style.h"

#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace relay::gui {

namespace {

constexpr int kScrollBar = 10;
constexpr int kFocusRing = 2;

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

} // namespace

void drawControlFrame(QPainter &painter, const QRect &rect, const QColor &ground, const QColor &edge, int width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    painter.setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    const double inset = edge.isValid() ? width / 2.0 : 0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), metric::kRadiusControl,
                            metric::kRadiusControl);
    painter.restore();
}

Style::Style(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_theme(theme)
{
}

void Style::drawButtonPanel(const QStyleOption &option, QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const bool isEnabled = has(option, State_Enabled);
    QColor ground = isEnabled ? t.base : t.panel;
    if (isEnabled && (has(option, State_Sunken) || has(option, State_On)))
        ground = t.accentFill;
    else if (isEnabled && has(option, State_MouseOver))
        ground = t.hover;
    const bool isFocused = has(option, State_HasFocus) && has(option, State_KeyboardFocusChange);
    drawControlFrame(painter, option.rect, ground,
                     isFocused       ? t.accent
                         : isEnabled ? t.lineStrong
                                     : t.line,
                     isFocused ? kFocusRing : 1);
}

void Style::drawField(const QStyleOption &option, QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const bool isFocused = has(option, State_HasFocus);
    const QColor edge = isFocused ? t.accent : has(option, State_ReadOnly) ? t.line : t.lineStrong;
    drawControlFrame(painter, option.rect, has(option, State_Enabled) ? option.palette.color(QPalette::Base) : t.panel,
                     edge, isFocused ? kFocusRing : 1);
}

//! Fusion's own can hardly be seen on a dark ground while they are off.
void Style::drawIndicator(const QStyleOption &option, QPainter &painter, bool isRadio) const
{
    const Tokens &t = m_theme.tokens();
    const bool isOn = has(option, State_On);
    const QColor ink = !has(option, State_Enabled) ? t.text3 : isOn ? t.accent : t.text2;
    const int side = std::min(option.rect.width(), option.rect.height());
    QRectF place(0, 0, side, side);
    place.moveCenter(QRectF(option.rect).center());
    place.adjust(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(isOn && !isRadio ? ink : t.base);
    if (isRadio)
        painter.drawEllipse(place);
    else
        painter.drawRoundedRect(place, metric::kRadiusChip, metric::kRadiusChip);
    if (isOn && isRadio) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        const double inset = place.width() * 0.28;
        painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset));
    } else if (isOn) {
        const auto at = [&place](double x, double y) {
            return QPointF(place.left() + x * place.width(), place.top() + y * place.height());
        };
        painter.setPen(QPen(t.accentText, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF { at(0.22, 0.54), at(0.42, 0.74), at(0.78, 0.3) });
    }
    painter.restore();
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &t = m_theme.tokens();
    switch (element) {
    case PE_IndicatorRadioButton:
    case PE_IndicatorCheckBox: drawIndicator(*option, *painter, element == PE_IndicatorRadioButton); return;
    case PE_PanelButtonCommand: drawButtonPanel(*option, *painter); return;
    case PE_PanelButtonTool:
        if (has(*option, State_MouseOver) || has(*option, State_Sunken) || has(*option, State_On))
            drawControlFrame(*painter, option->rect, has(*option, State_On) ? t.accentFill : t.hover, {});
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0)
            drawField(*option, *painter);
        else
            painter->fillRect(option->rect, option->palette.base());
        return;
    case PE_FrameLineEdit: return; // drawn with the panel
    case PE_FrameFocusRect:
        painter->save();
        painter->setPen(QPen(t.accent, 1));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_FrameMenu:
        painter->save();
        painter->setPen(t.lineStrong);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_PanelMenu: painter->fillRect(option->rect, t.base); return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, t.header);
        painter->setPen(t.headerLine);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_PushButtonBevel) {
        drawButtonPanel(*option, *painter);
        return;
    }
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, m_theme.tokens().line);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawScrollBar(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const
{
    const Tokens &t = m_theme.tokens();
    painter.fillRect(option.rect, t.panel);
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    if (slider == nullptr || slider->maximum <= slider->minimum)
        return;
    const QRect thumb = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget).adjusted(2, 2, -2, -2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(has(option, State_MouseOver) || has(option, State_Sunken) ? t.text3 : t.lineStrong);
    painter.drawRoundedRect(thumb, metric::kRadiusControl, metric::kRadiusControl);
    painter.restore();
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        drawScrollBar(*option, *painter, widget);
        return;
    }
    if (control == CC_ComboBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            box->editable ? drawField(*option, *painter) : drawButtonPanel(*option, *painter);
            const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
            const QColor color = has(*option, State_Enabled) ? m_theme.tokens().text2 : m_theme.tokens().text3;
            const QPixmap chevron = m_theme.pixmap(QStringLiteral("chevron-down"), metric::kIcon, color,
                                                   painter->device()->devicePixelRatio());
            painter->drawPixmap(arrow.center() - QPoint(metric::kIcon / 2, metric::kIcon / 2), chevron);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || slider == nullptr)
        return QProxyStyle::subControlRect(control, option, part, widget);
    // Without buttons at its ends: the groove is the whole bar.
    const bool isUpright = slider->orientation == Qt::Vertical;
    const int length = isUpright ? slider->rect.height() : slider->rect.width();
    const int range = slider->maximum - slider->minimum;
    const int wanted = range == 0
        ? length
        : static_cast<int>(qint64(length) * slider->pageStep / (qint64(range) + slider->pageStep));
    const int thumb = std::min(length, std::max(wanted, 3 * kScrollBar));
    const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - thumb,
                                              slider->upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect rect
            = isUpright ? QRect(0, from, slider->rect.width(), size) : QRect(from, 0, size, slider->rect.height());
        return visualRect(slider->direction, slider->rect, rect.translated(slider->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarGroove: return slider->rect;
    case SC_ScrollBarSlider: return piece(start, thumb);
    case SC_ScrollBarSubPage: return piece(0, start);
    case SC_ScrollBarAddPage: return piece(start + thumb, length - start - thumb);
    default: return {};
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: wanted.setWidth(std::max(wanted.width(), size.width() + 2 * metric::kSpace3)); [[fallthrough]];
    case CT_LineEdit:
    case CT_ComboBox: wanted.setHeight(std::max(metric::kControl, size.height())); break;
    case CT_MenuItem: wanted.rheight() = std::max(wanted.height(), metric::kRow); break;
    default: break;
    }
    return wanted;
}

int Style::pixelMetric(PixelMetric metricId, const QStyleOption *option, const QWidget *widget) const
{
    switch (metricId) {
    case PM_ScrollBarExtent: return kScrollBar;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent: return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return metric::kIcon;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return metric::kSpace2;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return metric::kSpace4;
    default: return QProxyStyle::pixelMetric(metricId, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace relay::gui

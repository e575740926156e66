// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/segmented.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace relay::gui::chart {

namespace {

class Segment : public QAbstractButton
{
public:
    Segment(const Theme &theme, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setCheckable(true);
        setFixedHeight(metric::kSmallControl);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }

    //! As wide as its bold words, so that a choice moves nothing.
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.boldFont(Theme::Type::Small));
        return { metrics.horizontalAdvance(text()) + 2 * metric::kSpace2, metric::kSmallControl };
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = m_theme.tokens();
        QPainter painter(this);
        const QRect frame = rect().adjusted(0, 0, -1, -1);
        painter.setPen(isChecked() ? t.accent : t.lineStrong);
        painter.setBrush(isChecked() ? t.accentFill : underMouse() && isEnabled() ? t.hover : t.base);
        painter.drawRect(frame);
        painter.setFont(isChecked() ? m_theme.boldFont(Theme::Type::Small) : m_theme.font(Theme::Type::Small));
        painter.setPen(!isEnabled() ? t.text3 : isChecked() ? t.text : t.text2);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(t.accent, 2));
            painter.drawRect(rect().adjusted(1, 1, -1, -1));
        }
    }

private:
    const Theme &m_theme;
};

} // namespace

Segmented::Segmented(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    connect(&m_group, &QButtonGroup::idClicked, this, [this](int index) {
        if (std::exchange(m_last, index) != index)
            Q_EMIT chosen(index);
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Segmented::setTexts(const QStringList &texts)
{
    for (int i = 0; i < texts.size(); ++i) {
        if (m_group.button(i) == nullptr) {
            auto *segment = new Segment(m_theme, this);
            segment->setChecked(i == 0);
            layout()->addWidget(segment);
            m_group.addButton(segment, i);
        }
        m_group.button(i)->setText(texts.at(i));
        m_group.button(i)->setAccessibleName(texts.at(i));
        m_group.button(i)->updateGeometry();
    }
    updateGeometry();
}

void Segmented::setCurrent(int index)
{
    m_group.button(index)->setChecked(true);
    m_last = index;
}

void Segmented::setPossible(int index, bool isPossible, const QString &whyNot)
{
    m_group.button(index)->setEnabled(isPossible);
    m_group.button(index)->setToolTip(isPossible ? QString() : whyNot);
}

} // namespace relay::gui::chart

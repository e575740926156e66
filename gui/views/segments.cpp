// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/segments.h"

#include "gui/theme/style.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace relay::gui {

using namespace metric;

namespace {

//! As wide as its word in bold, so that choosing moves nothing.
class Segment : public QAbstractButton
{
public:
    Segment(const Theme &theme, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setCheckable(true);
        setFixedHeight(kSmallControl);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setFocusPolicy(Qt::StrongFocus);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return { QFontMetrics(m_theme.boldFont(Theme::Type::Small)).horizontalAdvance(text()) + 2 * kSpace3,
                 kSmallControl };
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = m_theme.tokens();
        QPainter painter(this);
        const QRect frame = rect().adjusted(x() > 0 ? -1 : 0, 0, 0, 0); // neighbours share an edge
        drawControlFrame(painter, frame,
                         isChecked()                       ? t.accentFill
                             : isEnabled() && underMouse() ? t.hover
                                                           : t.base,
                         isEnabled() ? t.lineStrong : t.line);
        if (hasFocus())
            drawControlFrame(painter, rect(), {}, t.accent, 2);
        painter.setFont(isChecked() ? m_theme.boldFont(Theme::Type::Small) : m_theme.font(Theme::Type::Small));
        painter.setPen(isEnabled() ? isChecked() ? t.text : t.text2 : t.text3);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    const Theme &m_theme;
};

} // namespace

Segments::Segments(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
    connect(&theme, &Theme::changed, this, [this] {
        const auto buttons = m_group->buttons();
        for (QAbstractButton *each : buttons)
            each->update();
    });
}

void Segments::build(int count)
{
    for (int i = 0; i < count; ++i) {
        auto *segment = new Segment(m_theme, this);
        m_group->addButton(segment, i);
        layout()->addWidget(segment);
    }
    setCurrent(0);
}

void Segments::setWords(const QStringList &words)
{
    if (m_group->buttons().isEmpty())
        build(int(words.size()));
    for (int i = 0; i < words.size(); ++i) {
        m_group->button(i)->setText(words.at(i));
        m_group->button(i)->setAccessibleName(words.at(i));
        m_group->button(i)->updateGeometry();
    }
}

void Segments::setCurrent(int index)
{
    if (QAbstractButton *wanted = m_group->button(index))
        wanted->setChecked(true);
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setPossible(int index, bool isPossible, const QString &whyNot)
{
    if (QAbstractButton *each = m_group->button(index)) {
        each->setEnabled(isPossible);
        each->setToolTip(isPossible ? QString() : whyNot);
    }
}

QAbstractButton *Segments::button(int index) const
{
    return m_group->button(index);
}

} // namespace relay::gui

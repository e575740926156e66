// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/framestrip.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace relay::gui::tap {

namespace {

constexpr int kBars = 24; // height
constexpr int kKeySquare = 8;
constexpr int kCaption = 14;

} // namespace

FrameStrip::FrameStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

QSize FrameStrip::sizeHint() const
{
    return { 240, kBars + metric::kSpace1 + kCaption };
}

void FrameStrip::setFrames(const std::deque<mpegts::TsFrame> &frames)
{
    m_frames.clear();
    for (const mpegts::TsFrame &frame : frames)
        if (frames.back().atMs - frame.atMs <= kSpanMs)
            m_frames.append(frame);
    describe();
    update();
}

void FrameStrip::describe()
{
    const auto keys = std::count_if(m_frames.begin(), m_frames.end(), [](const auto &frame) { return frame.isKey; });
    setAccessibleName(tr("Sizes of %n frame(s) of the last 4 s", nullptr, int(m_frames.size())));
    setAccessibleDescription(tr("%n of them key frame(s)", nullptr, int(keys)));
    setToolTip(m_frames.isEmpty() ? QString()
                                  : QString(accessibleName() + QStringLiteral(", ") + accessibleDescription()));
}

void FrameStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

void FrameStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(QRect(0, kBars - 1, width(), 1), t.grid);
    quint32 highest = 1;
    for (const mpegts::TsFrame &frame : std::as_const(m_frames))
        highest = std::max<quint32>(highest, frame.bytes);
    // Time runs left to right in every language; a slot is as wide as the frames are dense.
    const int count = int(m_frames.size());
    const double slot = count == 0 ? 0 : std::min(8.0, double(width()) / count);
    for (int i = 0; i < count; ++i) {
        const mpegts::TsFrame &frame = m_frames.at(i);
        const int height = std::max(1, int(qint64(kBars - 1) * frame.bytes / highest));
        const QRectF bar(i * slot, kBars - height, std::max(1.0, slot - 1), height);
        painter.fillRect(bar, frame.isKey ? t.series[0] : t.lineStrong);
    }
    painter.setFont(m_theme.font(Theme::Type::Caption));
    painter.setPen(t.text2);
    const QRect caption(0, kBars + metric::kSpace1, width(), kCaption);
    painter.fillRect(QRect(0, caption.center().y() - kKeySquare / 2, kKeySquare, kKeySquare), t.series[0]);
    painter.drawText(caption.adjusted(kKeySquare + metric::kSpace1, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("key frame", "Legend"));
    painter.drawText(caption, Qt::AlignRight | Qt::AlignVCenter, tr("frame sizes, last 4 s", "Legend"));
}

} // namespace relay::gui::tap

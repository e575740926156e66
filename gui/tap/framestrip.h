// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/mpegts/tsanalyser.h"
#include "gui/theme/theme.h"

#include <QVector>
#include <QWidget>

namespace relay::gui::tap {

//! The sizes of the last frames as bars, key frames in colour and wider: the rhythm of a video at a glance.
class FrameStrip : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 kSpanMs = 4000;

    explicit FrameStrip(const Theme &theme, QWidget *parent = nullptr);

    void setFrames(const std::deque<mpegts::TsFrame> &frames); //!< oldest first; those of the last kSpanMs are shown
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    const Theme &m_theme;
    QVector<mpegts::TsFrame> m_frames;
};

} // namespace relay::gui::tap

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QWidget>

namespace relay::gui {

//! What is about to happen, as a drawing: a camera that sends to a topic, and two that read it. Says nothing on its own.
class FirstPicture : public QWidget
{
    Q_OBJECT
public:
    explicit FirstPicture(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintThing(QPainter &painter, const QPointF &centre, const char *icon, bool isFirst) const;

    const Theme &m_theme;
};

} // namespace relay::gui

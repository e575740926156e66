// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace relay::gui {

//! A line of plain text that says by an ellipsis that there is more of it than room. Whole in its tooltip then.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget *parent = nullptr);

    [[nodiscard]] QString shownText() const; //!< as it is elided now
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Qt::TextElideMode m_mode;
};

} // namespace relay::gui

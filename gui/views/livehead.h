// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QHeaderView>

namespace relay::gui {

//! The head of a live table: name, unit in small, and a chevron where it is sorted.
class LiveHead : public QHeaderView
{
    Q_OBJECT
public:
    explicit LiveHead(const Theme &theme, QWidget *parent = nullptr);

    //! Enough for name, unit and chevron in any language.
    [[nodiscard]] int wantedWidth(int section) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    [[nodiscard]] QString title(int section) const;
    [[nodiscard]] QString unit(int section) const;
    [[nodiscard]] bool isNumber(int section) const;
    [[nodiscard]] bool isStatus(int section) const;

    const Theme &m_theme;
};

} // namespace relay::gui

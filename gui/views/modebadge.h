// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QWidget>

namespace relay::gui {

//! Who may connect to the relay: a quiet lock when tokens are asked for, a warning when nobody asks. As wide as its words.
class ModeBadge : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Unknown, Open, Secured };

    explicit ModeBadge(const Theme &theme, QWidget *parent = nullptr);

    void setMode(Mode mode); //!< Unknown: hidden
    [[nodiscard]] Mode mode() const { return m_mode; }
    void setStale(bool isStale);
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    const Theme &m_theme;
    Mode m_mode = Mode::Unknown;
    bool m_isStale = false;
};

} // namespace relay::gui

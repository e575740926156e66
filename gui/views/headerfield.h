// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QAbstractButton>

class QAction;

namespace relay::gui {

//! What looks like a search field in the top bar and opens the command palette.
class HeaderField : public QAbstractButton
{
    Q_OBJECT
public:
    HeaderField(const Theme &theme, QWidget *parent = nullptr);

    void follow(QAction &action); //!< words, key and what a click does
    void setNarrow(bool isNarrow);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_keyText;
    bool m_isNarrow = false;
};

} // namespace relay::gui

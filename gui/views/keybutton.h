// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QPushButton>

class QAction;

namespace relay::gui {

/*!
 * A button with an icon, words, and the key that does the same. Follows a QAction when it is given one: text, state,
 * tooltip and key come from there. Without its words it is as small as its icon; the accessible name stays.
 */
class KeyButton : public QPushButton
{
    Q_OBJECT
public:
    KeyButton(const Theme &theme, const QString &iconName, QWidget *parent = nullptr);

    void follow(QAction &action);
    void setKeyText(const QString &key);
    void setKeyShown(bool isShown); //!< where there is room for it
    void setWordless(bool isWordless);
    void setMenuMark(bool hasMark);  //!< a chevron at its end: it opens a menu
    void setLongest(int width);      //!< of the words; longer ones are elided. 0: as long as they are
    void setPrimary(bool isPrimary); //!< filled with the accent

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void takeAction(const QAction &action);
    [[nodiscard]] int chipWidth() const;
    [[nodiscard]] int textWidth() const;

    const Theme &m_theme;
    QString m_iconName;
    QString m_key;
    QString m_keyText; //!< m_key, where it is shown
    int m_longest = 0;
    bool m_hasMenuMark = false;
    bool m_isWordless = false;
    bool m_isKeyShown = true;
    bool m_isPrimary = false;
};

//! Draws the small framed name of a key.
void drawKeyChip(QPainter &painter, const QRect &rect, const QString &key, const QFont &font, const QColor &text,
                 const QColor &edge);
inline constexpr int kKeyChipHeight = 18;
inline constexpr int kKeyChipPadding = 5; //!< on each side of the key's name

} // namespace relay::gui

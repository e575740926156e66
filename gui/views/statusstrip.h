// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"
#include "gui/views/modebadge.h"

#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QSpacerItem;
class QLabel;

namespace relay::gui {

//! The line at the bottom: contact, pace, what runs there, who may connect, who we are to it.
class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    explicit StatusStrip(const Theme &theme, QWidget *parent = nullptr);

    //! The first part has the icon of the contact before it.
    void showParts(bool isLive, const QStringList &parts, const QString &end);
    //! Who looks at messages, with the amber icon; empty: nobody.
    void setTaps(const QString &text, const QString &toolTip);
    [[nodiscard]] QString taps() const;
    [[nodiscard]] ModeBadge &mode() { return *m_mode; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int endWidth() const;
    void takeTheme();

    const Theme &m_theme;
    QLabel *m_tapIcon;
    QLabel *m_taps;
    ModeBadge *m_mode;
    QHBoxLayout *m_row;
    QSpacerItem *m_endSpace; //!< under the words at the end
    bool m_isLive = false;
    QStringList m_parts;
    QString m_end;
};

} // namespace relay::gui

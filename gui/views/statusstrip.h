// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QStringList>
#include <QWidget>

namespace relay::gui {

//! The line at the bottom: contact, pace, what runs there, who we are to it.
class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    explicit StatusStrip(const Theme &theme, QWidget *parent = nullptr);

    //! The first part has the icon of the contact before it.
    void showParts(bool isLive, const QStringList &parts, const QString &end);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_isLive = false;
    QStringList m_parts;
    QString m_end;
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPixmap>
#include <QString>

namespace relay::gui {

/*!
 * Colours, fonts and icons of the window, light or dark. Made once by the program and handed to every widget by
 * reference; a widget that paints with it repaints on changed(). GUI thread only.
 */
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)
    //! Line heights 14, 16, 18, 20, 26; Figure is bold.
    enum class Type { Caption, Small, Body, Title, Figure };
    Q_ENUM(Type)

    //! Reads the desktop's palette, so construct it before the application's palette is replaced.
    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    [[nodiscard]] bool isDark() const;

    [[nodiscard]] const Tokens &tokens() const;
    [[nodiscard]] QPalette palette() const;

    [[nodiscard]] QFont font(Type type) const;
    [[nodiscard]] QFont boldFont(Type type) const;
    [[nodiscard]] QFont monoFont(Type type) const;

    //! A one-colour icon by its file name without ending ("kick"), sharp at any size and scale.
    [[nodiscard]] QIcon icon(const QString &name, const QColor &color) const;
    //! `px` logical pixels square. An invalid colour keeps the file's own colours ("relay").
    [[nodiscard]] QPixmap pixmap(const QString &name, int px, const QColor &color, qreal dpr) const;

Q_SIGNALS:
    void changed();

private:
    Mode m_mode = Mode::System;
    bool m_isSystemDark = false;
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;

namespace relay::gui {

class KeyButton;

//! A strip across the window that says what happened and holds the one way out. Covers nothing.
class Banner : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Warning, Note };

    Banner(const Theme &theme, const QString &iconName, Tone tone, QAction &wayOut, QWidget *parent = nullptr);

    void addButton(QAction &action); //!< beside the way out, before it
    void setWords(const QString &headline, const QString &rest);
    [[nodiscard]] QString headline() const;

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    void paintEvent(QPaintEvent *event) override;

private:
    void takeTheme();

    const Theme &m_theme;
    QString m_iconName;
    Tone m_tone;
    QLabel *m_words;
    QHBoxLayout *m_row;
    KeyButton *m_button;
    QString m_headline;
    QString m_rest;
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/status.h"
#include "gui/theme/theme.h"

#include <QVector>
#include <QWidget>

class QAction;
class QHBoxLayout;

namespace relay::gui {

//! A piece of what is selected, in the rank in which it gives way when there is no room.
struct SelectionPart
{
    QString icon;
    QColor iconColor;
    QString text;
    bool isSecondary = false;
};

//! Names what is selected and holds what can be done with it.
class SelectionBar : public QWidget
{
    Q_OBJECT
public:
    explicit SelectionBar(const Theme &theme, QWidget *parent = nullptr);

    //! A button for each, in this order; the icon's name is the action's objectName().
    void setActions(const QVector<QAction *> &actions);
    void showSelection(const QString &headline, const QVector<SelectionPart> &parts);
    void showSentence(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QHBoxLayout *m_row;
    QVector<QWidget *> m_buttons;
    QString m_headline;
    QVector<SelectionPart> m_parts;
    QString m_sentence;
};

} // namespace relay::gui

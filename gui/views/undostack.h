// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QVector>
#include <QWidget>

#include <functional>

class QAction;

namespace relay::gui {

class UndoBar;

/*!
 * What can still be taken back: a bar for each, the newest below, at most three; an older one gives way. The shared action
 * (its words, its key) undoes the newest and is possible as long as there is one.
 */
class UndoStack : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kMost = 3;

    UndoStack(const Theme &theme, QAction &undo, QWidget *parent = nullptr);
    ~UndoStack() override;

    void offer(const QString &headline, const QString &rest, std::function<void()> undo);
    void undoNewest();
    [[nodiscard]] int count() const { return int(m_offers.size()); }

private:
    struct Offer
    {
        UndoBar *bar = nullptr;
        QAction *action = nullptr;
        std::function<void()> undo;
    };
    void take(UndoBar *bar);
    void remove(UndoBar *bar);
    void refresh();

    const Theme &m_theme;
    QAction &m_action;
    QVector<Offer> m_offers;
};

} // namespace relay::gui

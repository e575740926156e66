// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/savedviews.h"

#include <QMenu>
#include <QObject>
#include <QPointer>

#include <functional>

namespace relay::gui {

/*!
 * The saved views of a page: the menu behind the View button, what it does, and which of them is shown. It neither knows
 * how a view is taken nor how it is shown: two functions do.
 */
class ViewKeeper : public QObject
{
    Q_OBJECT
public:
    struct Hooks
    {
        std::function<SavedView()> capture; //!< what is shown now, without a name
        std::function<void(const SavedView &)> show;
        //! Whether this is what is shown; a view without columns goes by the order alone.
        std::function<bool(const SavedView &)> isShown;
    };

    ViewKeeper(SavedViews &views, Hooks hooks, QWidget *window);

    [[nodiscard]] QMenu &menu() { return m_menu; }
    void show(const QString &name);
    //! View, filter, columns or order may have changed.
    void refresh();
    //! Asks for a name and saves what is shown.
    void saveAs();

    [[nodiscard]] QString current() const { return m_current; }  //!< the last one that was shown or saved
    [[nodiscard]] bool isChanged() const { return m_isChanged; } //!< since then
    [[nodiscard]] QString buttonText() const;

Q_SIGNALS:
    void shownChanged(); //!< current() or isChanged()
    void told(const QString &headline, const QString &rest);

private:
    void fill();
    void saveChanges();
    void rename();
    void remove();
    void setCurrent(const QString &name, bool isChanged);

    SavedViews &m_views;
    Hooks m_hooks;
    QWidget *m_window;
    QMenu m_menu;
    QString m_current;
    bool m_isChanged = false;
};

} // namespace relay::gui

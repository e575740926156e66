// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/viewkeeper.h"

#include "gui/dialogs/namedialog.h"

#include <algorithm>
#include <utility>

namespace relay::gui {

ViewKeeper::ViewKeeper(SavedViews &views, Hooks hooks, QWidget *window)
    : QObject(window)
    , m_views(views)
    , m_hooks(std::move(hooks))
    , m_window(window)
{
    connect(&m_menu, &QMenu::aboutToShow, this, &ViewKeeper::fill);
    connect(&views, &SavedViews::changed, this, &ViewKeeper::refresh);
}

void ViewKeeper::show(const QString &name)
{
    const SavedView *view = m_views.find(name);
    if (view == nullptr)
        return;
    const SavedView copy = *view; // showing it may change the list
    m_hooks.show(copy);
    setCurrent(copy.name, false);
}

void ViewKeeper::refresh()
{
    const SavedView *current = m_views.find(m_current);
    if (current != nullptr && m_hooks.isShown(*current)) {
        setCurrent(current->name, false);
        return;
    }
    // Who types what a saved view says is in that view.
    const QVector<SavedView> &all = m_views.all();
    const auto same
        = std::find_if(all.begin(), all.end(), [this](const SavedView &each) { return m_hooks.isShown(each); });
    if (same != all.end())
        setCurrent(same->name, false);
    else if (current != nullptr && current->view == m_hooks.capture().view)
        setCurrent(current->name, true);
    else
        setCurrent({}, false);
}

void ViewKeeper::setCurrent(const QString &name, bool isChanged)
{
    const bool isNew = name != m_current || isChanged != m_isChanged;
    m_current = name;
    m_isChanged = isChanged;
    if (isNew)
        Q_EMIT shownChanged();
}

QString ViewKeeper::buttonText() const
{
    if (m_current.isEmpty())
        return tr("View", "Button of the saved views: none of them is shown");
    return m_isChanged
        ? tr("%1, changed", "Button of the saved views: what is shown is no more as it was saved").arg(m_current)
        : tr("View: %1", "Button of the saved views").arg(m_current);
}

void ViewKeeper::fill()
{
    m_menu.clear();
    const QStringList names = m_views.names();
    for (const QString &name : names) {
        QString text = name;
        QAction *action = m_menu.addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(name == m_current);
        connect(action, &QAction::triggered, this, [this, name] { show(name); });
    }
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Save this view…")), &QAction::triggered, this, &ViewKeeper::saveAs);
    if (m_current.isEmpty())
        return;
    QAction *changes = m_menu.addAction(tr("Save the &changes to \"%1\"").arg(m_current));
    changes->setEnabled(m_isChanged);
    connect(changes, &QAction::triggered, this, &ViewKeeper::saveChanges);
    connect(m_menu.addAction(tr("&Rename \"%1\"…").arg(m_current)), &QAction::triggered, this, &ViewKeeper::rename);
    connect(m_menu.addAction(tr("&Delete \"%1\"").arg(m_current)), &QAction::triggered, this, &ViewKeeper::remove);
}

void ViewKeeper::saveAs()
{
    const auto check = [this](const QString &name) -> std::pair<QString, bool> {
        if (m_views.find(name) != nullptr)
            return { tr("There is a view of this name. It will be replaced."), true };
        return { tr("View, filter, columns and order will be found again in the sidebar."), true };
    };
    auto *dialog = new NameDialog(tr("Save this view"), tr("Save view"), {}, check, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        SavedView view = m_hooks.capture();
        view.name = dialog->name();
        if (m_views.save(view))
            setCurrent(view.name, false);
    });
    dialog->open();
}

void ViewKeeper::saveChanges()
{
    SavedView view = m_hooks.capture();
    view.name = m_current;
    if (m_views.save(view))
        setCurrent(view.name, false);
}

void ViewKeeper::rename()
{
    const QString former = m_current;
    const auto check = [this, former](const QString &name) -> std::pair<QString, bool> {
        const SavedView *other = m_views.find(name);
        const bool isTaken = other != nullptr && other->name != former;
        return { isTaken ? tr("There is another view of this name.") : QString(), !isTaken };
    };
    auto *dialog = new NameDialog(tr("Rename \"%1\"").arg(former), tr("Rename view"), former, check, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, former] {
        const bool isCurrent = m_current == former;
        if (m_views.rename(former, dialog->name()) && isCurrent)
            setCurrent(dialog->name(), m_isChanged);
    });
    dialog->open();
}

void ViewKeeper::remove()
{
    const QString name = m_current;
    m_views.remove(name);
    Q_EMIT told(tr("The view \"%1\" was deleted.").arg(name), tr("What is shown stays as it is."));
}

} // namespace relay::gui

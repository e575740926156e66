// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"
#include "gui/views/sidebarmodel.h"

#include <QListView>

namespace relay::gui {

//! The list at the leading edge. Chooses the view, and writes filters; never filters anything itself.
class Sidebar : public QListView
{
    Q_OBJECT
public:
    explicit Sidebar(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] SidebarModel &entries() { return m_model; }
    void setRail(bool isRail); //!< icons only
    [[nodiscard]] bool isRail() const { return m_isRail; }
    void setStale(bool isStale);

Q_SIGNALS:
    void viewChosen(relay::gui::View view);
    void filterChosen(const QString &text);
    void savedViewChosen(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(const QModelIndex &index);

    const Theme &m_theme;
    SidebarModel m_model;
    bool m_isRail = false;
    bool m_isStale = false;

    friend class SidebarDelegate;
};

} // namespace relay::gui

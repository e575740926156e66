// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/graph/healthbook.h"
#include "gui/theme/theme.h"

#include <QDockWidget>

class QLabel;

namespace relay::gui::inspect {

class FactGrid;
class InspectHead;

/*!
 * All facts and live numbers of one connection. When it closes, or contact is lost, the last of them stay, in grey, and
 * the panel says so. GUI thread.
 */
class InspectDock : public QDockWidget
{
    Q_OBJECT
public:
    InspectDock(const client::Mirror &mirror, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] quint64 connection() const { return m_id; }
    //! Everything that stands there, for the clipboard.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString notice() const;
    [[nodiscard]] const FactGrid &facts() const { return *m_facts; }
    [[nodiscard]] graph::HealthBook &health() { return *m_health; }

public Q_SLOTS:
    void showConnection(quint64 id); //!< 0: none
    void copyAll() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void refresh();
    void showEmpty();
    void showNotice(const QString &text);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] qint64 moment() const;

    const client::Mirror &m_mirror;
    const Theme &m_theme;
    graph::HealthBook *m_health = nullptr;
    InspectHead *m_head = nullptr;
    QLabel *m_notice = nullptr;
    QLabel *m_why = nullptr;
    FactGrid *m_facts = nullptr;
    quint64 m_id = 0;
    client::Connection m_last; //!< what is shown: stays when the connection has closed
    graph::Health m_lastHealth;
    qint64 m_closedAt = 0; //!< 0: open
};

} // namespace relay::gui::inspect

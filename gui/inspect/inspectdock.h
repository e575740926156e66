// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/graph/healthbook.h"
#include "gui/theme/theme.h"

#include <QDockWidget>

class QAction;
class QLabel;

namespace relay::gui::inspect {

class FactGrid;
class InspectHead;
class RateHistory;
class RatePlot;

/*!
 * All facts and live numbers of one connection. When it closes, or contact is lost, the last of them stay, in grey, and
 * the panel says so. GUI thread.
 */
class InspectDock : public QDockWidget
{
    Q_OBJECT
public:
    //! `health`: one that others use as well; none: one of its own.
    InspectDock(const client::Mirror &mirror, const Theme &theme, QWidget *parent = nullptr,
                graph::HealthBook *health = nullptr);

    [[nodiscard]] quint64 connection() const { return m_id; }
    //! Everything that stands there, for the clipboard.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString notice() const;
    [[nodiscard]] const FactGrid &facts() const { return *m_facts; }
    //! Buttons below: what can be done with it. Their actions act on the selection.
    void setActions(const QVector<QAction *> &actions);
    //! Who looks at its messages, with the amber icon; empty: nobody.
    void setTapNote(const QString &text);
    [[nodiscard]] RatePlot &plot() { return *m_plot; }
    [[nodiscard]] RateHistory &history() { return *m_history; }
    [[nodiscard]] graph::HealthBook &health() { return *m_health; }

public Q_SLOTS:
    void showConnection(quint64 id); //!< 0: none
    void copyAll() const;

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fitBar();
    void refresh();
    void showEmpty();
    void refreshPlot();
    void applyTheme();
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
    QLabel *m_tapIcon = nullptr;
    QLabel *m_tapNote = nullptr;
    RateHistory *m_history = nullptr;
    RatePlot *m_plot = nullptr;
    QWidget *m_bar = nullptr;
    quint64 m_id = 0;
    client::Connection m_last; //!< what is shown: stays when the connection has closed
    graph::Health m_lastHealth;
    qint64 m_closedAt = 0; //!< 0: open
};

} // namespace relay::gui::inspect

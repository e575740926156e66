// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/filter.h"

#include <QSortFilterProxyModel>
#include <QTimer>

namespace relay::gui {

/*!
 * Filters and sorts a table whose figures never rest: at most once a second, and not at all while it is held
 * (pointer over the table, menu open), so that no row runs away from under the hand.
 */
class LiveProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit LiveProxy(QObject *parent = nullptr);

    //! Takes effect 150 ms after the last change.
    void setFilterText(const QString &text);
    void applyFilter(); //!< at once, if it still waits
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    [[nodiscard]] QString filterText() const { return m_text; }

    void setHeld(bool isHeld);
    //! Filters and sorts again if something is out of place; the once-a-second timer calls it.
    void refresh();
    //! The same, held or not.
    void refreshNow();

Q_SIGNALS:
    void filterChanged();

protected:
    virtual void prepare() { } //!< before the rows are filtered again

private:
    void takeFilter();
    [[nodiscard]] bool isInOrder() const;

    Filter m_filter;
    QString m_text;
    QTimer m_debounce;
    QTimer m_rest;
    bool m_isHeld = false;
};

} // namespace relay::gui

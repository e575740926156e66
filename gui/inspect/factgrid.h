// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/inspect/facts.h"
#include "gui/theme/theme.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace relay::gui::inspect {

/*!
 * Shows groups of facts in two columns. Values can be selected and copied; an update changes texts in place, so that a
 * selection survives it.
 */
class FactGrid : public QWidget
{
    Q_OBJECT
public:
    explicit FactGrid(const Theme &theme, QWidget *parent = nullptr);

    //! Quiet: no longer true (stale or closed), everything in grey.
    void showFacts(const QVector<FactGroup> &groups, bool isQuiet);
    [[nodiscard]] QString valueOf(const QString &key) const;

private:
    struct Cell
    {
        QLabel *name = nullptr;
        QLabel *value = nullptr;
    };

    [[nodiscard]] static QString shapeOf(const QVector<FactGroup> &groups);
    void build(const QVector<FactGroup> &groups);
    int addGroup(const FactGroup &group, int row);
    void addFact(const Fact &fact, int row, int column);
    void fill(const Fact &fact, bool isQuiet);

    const Theme &m_theme;
    QWidget *m_holder = nullptr;
    QGridLayout *m_grid = nullptr;
    QHash<QString, Cell> m_cells;
    QVector<QLabel *> m_titles;
    QString m_shape;
};

} // namespace relay::gui::inspect

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QPen>
#include <QString>
#include <QVector>
#include <QWidget>

namespace relay::gui::chart {

/*!
 * The legend in the head of a chart: for each line a piece of it, its name and, quieter, its unit. Units give way first;
 * then it shows as many lines as there is room for and says how many more there are.
 */
class LegendRow : public QWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        QString name;
        QString unit; //!< may be empty
        QPen pen;
    };

    explicit LegendRow(const Theme &theme, QWidget *parent = nullptr);

    //! `unit`: of all of them, behind the last; may be empty.
    void setEntries(const QVector<Entry> &entries, const QString &unit);
    [[nodiscard]] const QVector<Entry> &entries() const { return m_entries; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    //! Draws what fits into this rectangle, from its leading or, where isAtEnd, to its trailing edge.
    void drawInto(QPainter &painter, const QRect &rect, bool isAtEnd) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int widthOf(const Entry &entry, bool hasUnit) const;
    [[nodiscard]] int widthOf(int entries, bool hasUnits = true) const; //!< of the first ones, with what stands behind
    [[nodiscard]] QString restText(int shown) const;

    const Theme &m_theme;
    QVector<Entry> m_entries;
    QString m_unit;
};

} // namespace relay::gui::chart

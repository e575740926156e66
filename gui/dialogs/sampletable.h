// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QFrame>
#include <QStringList>
#include <QVector>

class QGridLayout;
class QLabel;

namespace relay::gui::dialogs {

/*!
 * A few rows of what a dialog is about, with a line below for the rest. Nothing can be selected in it. The second column
 * takes what is left of the width, the last one holds figures.
 */
class SampleTable : public QFrame
{
    Q_OBJECT
public:
    explicit SampleTable(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void showRows(const QStringList &head, const QVector<QStringList> &rows, const QString &rest);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *addCell(const QString &text, int row, int column, int columns);
    void style();

    const Theme *m_theme = nullptr;
    QGridLayout *m_grid = nullptr;
    QVector<QLabel *> m_head;
    QVector<QLabel *> m_cells;
    QLabel *m_rest = nullptr;
    int m_rows = 0;
};

} // namespace relay::gui::dialogs

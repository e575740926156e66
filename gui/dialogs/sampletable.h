// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QFrame>
#include <QStringList>
#include <QVector>

class QGridLayout;
class QLabel;

namespace relay::gui::dialogs {

class LinkButton;

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
    //! With a rest there is a link to all.
    void showRows(const QStringList &head, const QVector<QStringList> &rows, const QString &rest);

Q_SIGNALS:
    void allAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *addCell(const QString &text, int row, int column, int columns);
    void addRest(const QString &text, int columns);
    void style();

    const Theme *m_theme = nullptr;
    QGridLayout *m_grid = nullptr;
    QVector<QLabel *> m_head;
    QVector<QLabel *> m_cells;
    QLabel *m_rest = nullptr;
    LinkButton *m_link;
    int m_rows = 0;
};

} // namespace relay::gui::dialogs

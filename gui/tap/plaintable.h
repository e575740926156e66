// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QTableView>

namespace relay::gui::tap {

/*!
 * A small table in the look of the big ones: 26 px rows with a line below, small text, no grid. A cell whose model
 * answers true to `troubleRole` is tinted as slow.
 */
class PlainTable : public QTableView
{
    Q_OBJECT
public:
    //! troubleRole below 0: none is.
    PlainTable(const Theme &theme, int troubleRole, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();

    const Theme &m_theme;
};

} // namespace relay::gui::tap

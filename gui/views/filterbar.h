// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QWidget>

class QAction;
class QMenu;

namespace relay::gui {

class FilterField;
class KeyButton;

//! Filter, columns, freeze: what decides which rows are to be seen and whether they move.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    FilterBar(const Theme &theme, QAction &freeze, QWidget *parent = nullptr);

    [[nodiscard]] FilterField &field() { return *m_field; }
    void setColumnsMenu(QMenu *menu);
    void setColumnsShown(bool isShown); //!< a view without a table has no columns
    void setNarrow(bool isNarrow);      //!< buttons lose their words, not their names

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    FilterField *m_field;
    KeyButton *m_columns;
    KeyButton *m_freeze;
};

} // namespace relay::gui

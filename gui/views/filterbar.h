// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QWidget>

class QAction;
class QMenu;

namespace relay::gui {

class FilterField;
class KeyButton;

//! Filter, saved views, columns, freeze: what decides which rows are to be seen and whether they move. And their export.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    FilterBar(const Theme &theme, QAction &freeze, QWidget *parent = nullptr);

    [[nodiscard]] FilterField &field() { return *m_field; }
    void setColumnsMenu(QMenu *menu);
    void setViewMenu(QMenu *menu);
    void setExportMenu(QMenu *menu);
    void setViewText(const QString &text); //!< "View: Problems first"
    void openExportMenu();
    void setColumnsShown(bool isShown); //!< a view without a table has no columns
    void setNarrow(bool isNarrow);      //!< buttons lose their words, not their names

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    FilterField *m_field;
    KeyButton *m_view;
    KeyButton *m_columns;
    KeyButton *m_freeze;
    KeyButton *m_export;
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogs/sheet.h"
#include "gui/palette/palettemodel.h"

class QLabel;
class QLineEdit;
class QListView;

namespace relay::gui {

class KeyButton;
class PaletteDelegate;

/*!
 * Finds topics, connections and commands while one types. Up and Down choose, Return goes there, Ctrl+Return takes the
 * first entry with that key, Tab completes, Esc leaves. `source` gives the lines for what is typed.
 */
class CommandPalette : public dialogs::Sheet
{
    Q_OBJECT
public:
    using Source = std::function<QVector<PaletteItem>(const QString &query)>;

    CommandPalette(Source source, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit &field() { return *m_field; }
    [[nodiscard]] PaletteModel &model() { return m_model; }
    [[nodiscard]] int currentRow() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void step(int by);
    void run(int row);
    void complete();

    Source m_source;
    PaletteModel m_model;
    PaletteDelegate *m_delegate;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_hint;
};

} // namespace relay::gui

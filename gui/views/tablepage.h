// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"
#include "gui/views/livetable.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace relay::gui {

class KeyButton;

//! A live table, and what stands in its place when there is nothing to show: why, and the way out.
class TablePage : public QWidget
{
    Q_OBJECT
public:
    TablePage(LiveTable *table, LiveProxy &proxy, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] LiveTable &table() { return *m_table; }
    void setNothingSentence(const QString &noMatch, const QString &noRows);
    //! Shows table or sentence; call it when rows or filter have changed.
    void refresh();

Q_SIGNALS:
    void clearFilterAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    LiveProxy &m_proxy;
    const Theme &m_theme;
    LiveTable *m_table;
    QStackedLayout *m_stack;
    QWidget *m_empty;
    QLabel *m_sentence;
    KeyButton *m_clear;
    QString m_noMatch;
    QString m_noRows;
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QStringList>
#include <QWidget>

namespace relay::gui::chart {

//! A few choices side by side of which exactly one holds: a small control for the head of a panel.
class Segmented : public QWidget
{
    Q_OBJECT
public:
    explicit Segmented(const Theme &theme, QWidget *parent = nullptr);

    //! Their number stays what it was at the first call.
    void setTexts(const QStringList &texts);
    void setCurrent(int index);
    [[nodiscard]] int current() const { return m_group.checkedId(); }
    [[nodiscard]] QString text(int index) const { return m_group.button(index)->text(); }
    void setPossible(int index, bool isPossible, const QString &whyNot);
    //! For tests and for keys that do the same.
    [[nodiscard]] QAbstractButton *button(int index) const { return m_group.button(index); }

Q_SIGNALS:
    void chosen(int index); //!< by the operator, and another than before

private:
    const Theme &m_theme;
    QButtonGroup m_group;
    int m_last = 0;
};

} // namespace relay::gui::chart

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QStringList>
#include <QVector>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace relay::gui {

//! A few words side by side of which one holds. One Tab stop; the arrow keys move within it.
class Segments : public QWidget
{
    Q_OBJECT
public:
    explicit Segments(const Theme &theme, QWidget *parent = nullptr);

    //! As many as the first time; later calls are another language.
    void setWords(const QStringList &words);
    void setCurrent(int index); //!< tells nobody
    [[nodiscard]] int current() const;
    void setPossible(int index, bool isPossible, const QString &whyNot = {});
    [[nodiscard]] QAbstractButton *button(int index) const;

Q_SIGNALS:
    void chosen(int index); //!< by the user

private:
    void build(int count);

    const Theme &m_theme;
    QButtonGroup *m_group;
};

} // namespace relay::gui

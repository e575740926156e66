// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QCompleter>
#include <QLineEdit>

#include <utility>

namespace relay::gui {

/*!
 * The one filter field. Marks the terms that ask for something in particular, offers their names and values while they
 * are typed, and shows at its end how many rows it lets through, and its key.
 */
class FilterField : public QLineEdit
{
    Q_OBJECT
public:
    explicit FilterField(const Theme &theme, QWidget *parent = nullptr);

    void setShownText(const QString &text);
    [[nodiscard]] QString shownText() const { return m_shownText; }
    void setProblem(const QString &sentence); //!< empty: none

Q_SIGNALS:
    void left(); //!< Escape in an empty field

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fitMargins();
    void paintChips();
    void offer();
    void take(const QString &completion);
    [[nodiscard]] std::pair<int, int> termAtCursor() const; //!< where it begins and ends in the text

    const Theme &m_theme;
    QString m_shownText;
    QString m_problem;
    QString m_keyText;
    QCompleter m_completer;
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace relay::gui {

//! Asks for a name, and says at once when it cannot be taken.
class NameDialog : public QDialog
{
    Q_OBJECT
public:
    //! What is wrong or worth knowing about a name; the second: it can be taken all the same.
    using Check = std::function<std::pair<QString, bool>(const QString &name)>;

    NameDialog(const QString &title, const QString &confirm, const QString &name, Check check, QWidget *parent);

    [[nodiscard]] QString name() const;

private:
    void judge();

    Check m_check;
    QLineEdit *m_field;
    QLabel *m_remark;
    QPushButton *m_confirm;
};

} // namespace relay::gui

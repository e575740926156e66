// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/denials.h"
#include "client/admin/mirror.h"
#include "gui/dialogs/orderdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace relay::gui::guard {

/*!
 * Asks for something new on the deny list: a booking, a subject, an address or a network. Shows whom it would cut while
 * it is being typed.
 */
class DenyDialog : public dialogs::OrderDialog
{
    Q_OBJECT
public:
    struct Parts
    {
        const client::Mirror &mirror;
        QString relayName;
        bool isSecured = true;        //!< else there are no bookings
        QString whyNotAddresses = {}; //!< why the relay cannot deny them; empty: it can
    };
    DenyDialog(const Parts &parts, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] client::DenyOrder order() const;

protected:
    [[nodiscard]] dialogs::OrderWords words() const override;
    [[nodiscard]] QStringList sampleRow(const client::Connection &target) const override;
    [[nodiscard]] bool mayConfirm() const override;

private:
    void build();
    void refresh();
    [[nodiscard]] QString key() const;
    [[nodiscard]] client::Denied what() const;
    [[nodiscard]] QString problem() const; //!< what is wrong with what was typed; empty: nothing
    [[nodiscard]] QVector<client::Connection> hit() const;
    [[nodiscard]] qint64 forMs() const;

    Parts m_parts;
    QComboBox *m_what = nullptr;
    QLineEdit *m_key = nullptr;
    QLabel *m_keyLabel = nullptr;
    QComboBox *m_time = nullptr;
    QLabel *m_timeLabel = nullptr;
    QLabel *m_problem = nullptr;
    QCheckBox *m_kicks = nullptr;
};

//! Whether an address ("192.0.2.7:51234") is this one or in this network ("192.0.2.0/24").
[[nodiscard]] bool isIn(const QString &address, const QString &addressOrNetwork);
[[nodiscard]] bool isAddress(const QString &text);
[[nodiscard]] bool isNetwork(const QString &text);

} // namespace relay::gui::guard

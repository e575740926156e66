// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogs/kickorder.h"
#include "gui/dialogs/orderdialog.h"

class QComboBox;
class QLineEdit;

namespace relay::gui::dialogs {

class KickChoices;

/*!
 * Asks before connections are kicked: what becomes of them afterwards, why, and how fast. The reason goes to the clients.
 * Everything at once needs a word to be typed.
 */
class KickDialog : public OrderDialog
{
    Q_OBJECT
public:
    KickDialog(const KickQuestion &question, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] KickOrder order() const;
    [[nodiscard]] KickChoices &choices() { return *m_choices; }
    //! What a trial without acting found.
    void showTrial(const QString &text);

    static constexpr int kPaces[] = { 0, 5, 10, 20, 50, 100 }; //!< a second; 0: all at once
    static constexpr int kPaceFrom = 20;                       //!< so many connections are paced unless told otherwise

Q_SIGNALS:
    //! Somebody wants to know what would happen; showTrial() answers.
    void trialAsked(const relay::gui::dialogs::KickOrder &order);

protected:
    [[nodiscard]] OrderWords words() const override;
    [[nodiscard]] QStringList sampleRow(const client::Connection &target) const override;
    [[nodiscard]] QString warningLink() const override;
    void followWarningLink() override;
    [[nodiscard]] bool mayConfirm() const override;
    void setTight(bool isTight) override;

private:
    void build();
    void refresh();
    void fillPaces();
    [[nodiscard]] QVector<client::Connection> named() const;  //!< those that were chosen, less those left out
    [[nodiscard]] QVector<client::Connection> wanted() const; //!< the targets as the chosen order has them
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] int pace() const;

    KickQuestion m_question;
    KickChoices *m_choices = nullptr;
    QLabel *m_paceLabel = nullptr;
    QComboBox *m_pace = nullptr;
    QLabel *m_paceWords = nullptr;
    QWidget *m_paceRow = nullptr;
    QLabel *m_allLabel = nullptr;
    QLineEdit *m_all = nullptr;
    KeyButton *m_try = nullptr;
    QLabel *m_trial = nullptr;
    bool m_withoutPublishers = false;
    bool m_hasBookings = false; //!< some of the targets
};

//! Whether something goes dark when it is cut.
[[nodiscard]] bool feedsATopic(const client::Connection &connection);

} // namespace relay::gui::dialogs

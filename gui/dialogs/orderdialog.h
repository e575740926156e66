// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"
#include "gui/theme/theme.h"

#include <QDialog>
#include <QPointer>
#include <QVector>

#include <memory>

class QLabel;
class QPushButton;

namespace Ui {
class OrderDialog;
}

namespace relay::gui {
class KeyButton;
}

namespace relay::gui::dialogs {

class DangerButton;
class Scrim;
class TargetList;

//! All that an order's dialog says, in the language of the moment.
struct OrderWords
{
    QString windowTitle;
    QString title;
    QString explanation;
    QString sampleName; //!< accessible name of the sample
    QStringList sampleHead;
    QString reasonHint; //!< what becomes of the reason
    QString button;     //!< verb and number
    QString buttonName; //!< its accessible name
};

/*!
 * Asks before something is done to connections: from which relay, how many, which, and why. Nothing is pressed by
 * accident: there is no default button, Return moves on, Ctrl+Return confirms, Esc leaves. What is done, and its words,
 * are those of the subclass.
 */
class OrderDialog : public QDialog
{
    Q_OBJECT
public:
    ~OrderDialog() override;

    //! At most kReasonBytes of UTF-8.
    [[nodiscard]] QString reason() const;

    static constexpr int kSampleRows = 4;

protected:
    OrderDialog(const QVector<client::Connection> &targets, const QString &iconName, const Theme &theme,
                QWidget *parent);

    [[nodiscard]] virtual OrderWords words() const = 0;
    //! What is said of one target, below sampleHead.
    [[nodiscard]] virtual QStringList sampleRow(const client::Connection &target) const = 0;
    void retranslate(); //!< to be called at the end of the subclass's constructor
    //! What can be done about what the warning says, as a link in it; empty: nothing.
    [[nodiscard]] virtual QString warningLink() const { return {}; }
    virtual void followWarningLink() { }
    [[nodiscard]] virtual bool mayConfirm() const { return true; }
    void refreshConfirm(); //!< mayConfirm() has changed

    void insertAboveReason(QWidget *widget);
    void insertBelowReason(QWidget *widget); //!< later ones below earlier ones
    void hideReason();                       //!< of orders that have none
    void insertFooter(QWidget *widget);      //!< at its beginning
    void fitHeight();
    //! There is no room for what is only good to know.
    virtual void setTight(bool) { }

    [[nodiscard]] const QVector<client::Connection> &targets() const { return m_targets; }
    void setTargets(const QVector<client::Connection> &targets) { m_targets = targets; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void confirm();
    void applyTheme();
    void fillSample(const OrderWords &words);
    void showAll(bool isAll); //!< all targets, or the first few
    [[nodiscard]] int neededHeight() const;
    void fillWarning();
    void limitReason();
    [[nodiscard]] QString moreText() const;

    std::unique_ptr<Ui::OrderDialog> m_ui;
    QVector<client::Connection> m_targets;
    QString m_iconName;
    QString m_reasonHint;
    const Theme &m_theme;
    KeyButton *m_cancel = nullptr;
    DangerButton *m_confirm = nullptr;
    TargetList *m_all = nullptr;
    bool m_showsAll = false;
    QPointer<Scrim> m_scrim;
};

} // namespace relay::gui::dialogs

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/alertfeed.h"
#include "gui/theme/theme.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace relay::gui {
class KeyButton;
}

namespace relay::gui::guard {

class AlertModel;

/*!
 * What is wrong with a relay now, and from when on it is: the rules with their thresholds, to be changed by who may. Changes
 * hold for everybody and only when they are saved.
 */
class AlertsPage : public QWidget
{
    Q_OBJECT
public:
    AlertsPage(client::AlertFeed &feed, const Theme &theme, QWidget *parent = nullptr);

    void setRelayName(const QString &name);
    void setWhyNotEdit(const QString &reason); //!< empty: rules may be changed
    [[nodiscard]] AlertModel &rules() { return *m_model; }
    [[nodiscard]] QTableView &table() { return *m_table; }
    [[nodiscard]] QString headline() const;

Q_SIGNALS:
    void told(const QString &headline, const QString &rest);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void refresh();
    void save();
    void retranslate();
    void applyTheme();

    client::AlertFeed &m_feed;
    const Theme &m_theme;
    AlertModel *m_model;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_detail;
    QTableView *m_table;
    QLabel *m_hint;
    KeyButton *m_revert;
    KeyButton *m_save;
    QString m_relayName;
    QString m_whyNot;
};

} // namespace relay::gui::guard

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"
#include "gui/models/status.h"
#include "gui/theme/theme.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace relay::gui::inspect {

//! The head of the inspect panel: how the connection is, which one it is, copy and close.
class InspectHead : public QFrame
{
    Q_OBJECT
public:
    enum class State { Live, Stale, Closed, Empty };

    explicit InspectHead(const Theme &theme, QWidget *parent = nullptr);

    void showConnection(const client::Connection &connection, Status status, State state);
    void showNothing();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void copyAsked();
    void closeAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void applyTheme();

    const Theme &m_theme;
    QLabel *m_icon = nullptr;
    QLabel *m_status = nullptr;
    QLabel *m_name = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace relay::gui::inspect

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogs/scrim.h"
#include "gui/theme/theme.h"

#include <QDialog>
#include <QPointer>

namespace relay::gui::dialogs {

//! A dialog without a frame, 640 wide, over the darkened window that it belongs to. As high as what it holds.
class Sheet : public QDialog
{
    Q_OBJECT
public:
    explicit Sheet(const Theme &theme, QWidget *parent = nullptr);
    ~Sheet() override;

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    void fit(); //!< after what it holds has changed
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    const Theme &m_theme;
    QPointer<Scrim> m_scrim;
};

} // namespace relay::gui::dialogs

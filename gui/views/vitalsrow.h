// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/vitals.h"
#include "gui/theme/theme.h"

#include <QWidget>

#include <array>

namespace relay::gui {

class VitalButton;

//! The six figures that say how the relay is. Each writes a filter or goes to a view when it is clicked.
class VitalsRow : public QWidget
{
    Q_OBJECT
public:
    explicit VitalsRow(const Theme &theme, QWidget *parent = nullptr);

    void showVitals(const Vitals &vitals, bool isStale);

Q_SIGNALS:
    void filterChosen(const QString &text);
    void topicsChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Figure { Connections, Topics, In, Out, Dropped, RoundTrip, Count };
    void retranslate();
    void refresh();

    const Theme &m_theme;
    std::array<VitalButton *, Count> m_buttons {};
    Vitals m_vitals;
    bool m_isStale = false;
};

} // namespace relay::gui

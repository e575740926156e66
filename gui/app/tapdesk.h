// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "client/admin/opentaps.h"
#include "gui/tap/tapmessage.h"

#include <QObject>

#include <optional>

namespace relay::gui {

class Actions;
class StatusStrip;
class Theme;
class Workspace;

namespace tap {
class TapsDock;
}

/*!
 * Taps, on the side of the page: opens them on what is selected, says why not, and tells in the status bar who looks at
 * what, whoever it is. GUI thread.
 */
class TapDesk : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        client::AdminClient &client;
        const client::Mirror &mirror;
        Workspace &workspace;
        StatusStrip &status;
        const Theme &theme;
    };

    TapDesk(const Parts &parts, QObject *parent);

    void openSelected();
    //! Why what is selected cannot be looked at; empty: it can, or nothing is selected.
    [[nodiscard]] QString whyNotTap() const;
    [[nodiscard]] std::optional<tap::Target> target() const; //!< the one thing that is selected
    [[nodiscard]] tap::TapsDock &dock() { return *m_dock; }
    void retranslate() { refresh(); }

private:
    void refresh();
    void noteInspected();
    [[nodiscard]] QString nameOf(const client::OpenTap &tap) const;

    Parts m_parts;
    client::OpenTaps m_open;
    tap::TapsDock *m_dock;
};

} // namespace relay::gui

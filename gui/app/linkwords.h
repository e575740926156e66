// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/views/linkview.h"

#include <QCoreApplication>

namespace relay::gui {

//! What is known of the contact at one moment.
struct LinkFacts
{
    client::AdminClient::State state = client::AdminClient::State::Idle;
    QString serverName; //!< empty before the first contact
    QString host;       //!< that ssh goes to; empty: this computer
    QString lastError;
    qint64 asOf = 0; //!< ms since the epoch; 0: never had a picture
    qint64 now = 0;
    qint64 nextTryMs = 0;
    int attempt = 0;
    double roundTripMs = -1;
    int connections = 0;

    [[nodiscard]] static LinkFacts of(const client::AdminClient &client, const client::Mirror &mirror, qint64 now);
};

//! Puts the state of the contact into words. Pure.
class LinkWords
{
    Q_DECLARE_TR_FUNCTIONS(LinkWords)
public:
    [[nodiscard]] static LinkView describe(const LinkFacts &facts);
    //! Why nothing can be done now; empty when it can.
    [[nodiscard]] static QString whyNotNow(const LinkView &link);

private:
    [[nodiscard]] static QString nextTry(const LinkFacts &facts);
    [[nodiscard]] static QString openDetail(const LinkFacts &facts);
};

} // namespace relay::gui

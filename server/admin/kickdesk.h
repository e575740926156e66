// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"
#include "server/admin/kicker.h"
#include "server/admin/peer.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <functional>
#include <variant>
#include <vector>

namespace relay::admin {

/*!
 * Takes orders to kick: remembers by request key what was answered, so that a client which lost the answer may ask
 * again, and writes each order into the log with who gave it.
 */
class KickDesk
{
public:
    struct Order
    {
        std::vector<stats::ConnectionId> ids;
        QString reason;
        QString requestKey; //!< empty: never repeated
    };
    using Answer = std::function<void(const std::variant<QByteArray, Error> &)>;

    explicit KickDesk(Kicker &kicker);
    void take(const Identity &who, const Order &order, Answer answer);

private:
    struct Remembered
    {
        uid_t user = 0;
        QString key;
        QByteArray result; //!< empty: not answered yet
    };
    [[nodiscard]] Remembered *find(uid_t user, const QString &key);

    Kicker &m_kicker;
    std::deque<Remembered> m_remembered; //!< the newest last
};

} // namespace relay::admin

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/stamp.h"

#include <QtEndian>

namespace relay::client::monitor {

QByteArray payloadOf(Stamp stamp)
{
    QByteArray payload(qsizetype(sizeof stamp), Qt::Uninitialized);
    qToBigEndian(quint64(stamp), payload.data());
    return payload;
}

std::optional<Stamp> stampIn(const QByteArray &payload)
{
    if (payload.size() != qsizetype(sizeof(Stamp)))
        return std::nullopt;
    return qFromBigEndian<quint64>(payload.constData());
}

} // namespace relay::client::monitor

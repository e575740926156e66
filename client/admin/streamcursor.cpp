// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/streamcursor.h"

namespace relay::client {

void StreamCursor::reset()
{
    *this = {};
}

StreamCursor::Step StreamCursor::onSnapshot(const QJsonObject &params)
{
    const bool isFirst = params.value(QLatin1String("part")).toInteger() == 0;
    if (!isFirst) {
        if (m_phase == Phase::Waiting)
            return Step::Ignore;
        if (m_phase != Phase::Snapshot || !follows(params))
            return gap();
    }
    m_epoch = params.value(QLatin1String("epoch")).toString();
    m_seq = params.value(QLatin1String("seq")).toInteger();
    m_phase = params.value(QLatin1String("more")).toBool() ? Phase::Snapshot : Phase::Live;
    return isFirst ? Step::Begin : Step::Continue;
}

StreamCursor::Step StreamCursor::onDelta(const QJsonObject &params)
{
    if (m_phase == Phase::Waiting)
        return Step::Ignore;
    if (m_phase != Phase::Live || !follows(params))
        return gap();
    m_seq = params.value(QLatin1String("seq")).toInteger();
    return Step::Update;
}

StreamCursor::Step StreamCursor::gap()
{
    m_phase = Phase::Waiting;
    return Step::Resync;
}

bool StreamCursor::follows(const QJsonObject &params) const
{
    return params.value(QLatin1String("epoch")).toString() == m_epoch
        && params.value(QLatin1String("prev")).toInteger(-1) == m_seq;
}

} // namespace relay::client

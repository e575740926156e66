// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/tapchannel.h"

#include "common/admin/acts.h"

#include <utility>

namespace relay::admin {

namespace {

QByteArrayView view(QLatin1String text)
{
    return { text.data(), text.size() };
}

} // namespace

TapChannel::TapChannel(QString name, TapDesk &desk)
    : m_name(std::move(name))
    , m_desk(desk)
{
}

TapChannel::~TapChannel()
{
    if (m_id != 0)
        m_desk.close(m_id, QLatin1String("closed"));
}

std::optional<Error> TapChannel::open(const TapOrder &order, const Identity &by, const Moment &now)
{
    m_packetHeads = order.spec.packetHeads;
    m_takenAt = now.steady;
    const auto opened = m_desk.open(order, by, *this, now);
    if (const auto *error = std::get_if<Error>(&opened))
        return *error;
    m_id = std::get<stats::TapId>(opened);
    return std::nullopt;
}

void TapChannel::close(QLatin1String reason)
{
    if (const auto id = std::exchange(m_id, 0); id != 0)
        m_desk.close(id, reason);
    m_waiting.clear();
    m_waitingBytes = 0;
    if (!m_endReason)
        m_endReason = reason;
}

void TapChannel::checkReader(const Moment &now)
{
    if (m_waiting.empty())
        m_takenAt = now.steady;
    else if (now.steady - m_takenAt > kStuckMs)
        close(QLatin1String("busy"));
}

void TapChannel::tapped(stats::TapRecord record)
{
    m_waitingBytes += record.preview.size();
    m_waiting.push_back(std::move(record));
    while (m_waiting.size() > kMaxWaiting || m_waitingBytes > kMaxWaitingBytes)
        dropOldest();
}

void TapChannel::dropOldest()
{
    m_waitingBytes -= m_waiting.front().preview.size();
    m_lost += 1 + m_waiting.front().lost;
    m_waiting.pop_front();
}

// What waits is still sent.
void TapChannel::tapEnded(QLatin1String reason)
{
    m_id = 0;
    m_endReason = reason;
}

std::optional<QByteArray> TapChannel::next(const Moment &now)
{
    if (!m_waiting.empty()) {
        m_takenAt = now.steady;
        const stats::TapRecord record = std::move(m_waiting.front());
        m_waitingBytes -= record.preview.size();
        m_waiting.pop_front();
        const QByteArray line = dataLine(record);
        if (m_id != 0 && m_desk.countSent(m_id))
            close(QLatin1String("messages"));
        return line;
    }
    if (!m_endReason || std::exchange(m_hasSaidEnd, true))
        return std::nullopt;
    JsonWriter out;
    beginNotice(out, view(notification::kTapEnd), "tap", m_name);
    out.key("reason");
    out.text(QString(*m_endReason));
    return endNotice(out);
}

QByteArray TapChannel::dataLine(const stats::TapRecord &record)
{
    JsonWriter out;
    beginNotice(out, view(notification::kTapData), "tap", m_name);
    out.key("n");
    out.number(++m_sent);
    out.key("at");
    out.number(record.at);
    out.key("conn");
    out.number(record.connection);
    out.key("dir");
    out.utf8(record.isIn ? "in" : "out");
    out.key("size");
    out.number(record.size);
    out.key("kind");
    out.utf8(record.isText ? "text" : "binary");
    if (m_packetHeads) {
        out.key("form");
        out.utf8(record.hasPacketHeads ? "mpegts" : "bytes");
    }
    out.key("preview");
    out.utf8(record.preview.toBase64());
    out.key("lost");
    out.number(record.lost + std::exchange(m_lost, 0));
    return endNotice(out);
}

} // namespace relay::admin

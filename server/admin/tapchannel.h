// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/channel.h"
#include "server/admin/tapdesk.h"

#include <deque>

namespace relay::admin {

/*!
 * One tap of one session: notices `tap.data`, and one `tap.end` as the last. Keeps a bounded amount for a client that
 * reads slowly, loses the oldest beyond, and says how many.
 */
class TapChannel final : public Channel, private TapOwner
{
public:
    static constexpr std::size_t kMaxWaiting = 256;           //!< messages
    static constexpr qsizetype kMaxWaitingBytes = 128 * 1024; //!< of previews
    static constexpr std::int64_t kStuckMs = 10'000;          //!< so long a client may not read while something waits

    TapChannel(QString name, TapDesk &desk);
    ~TapChannel() override; //!< closes it
    TapChannel(const TapChannel &) = delete;
    TapChannel &operator=(const TapChannel &) = delete;

    [[nodiscard]] std::optional<Error> open(const TapOrder &order, const Identity &by, const Moment &now);
    void close(QLatin1String reason); //!< tap.end comes next; what waits is dropped
    [[nodiscard]] stats::TapId id() const { return m_id; }
    [[nodiscard]] bool isOver() const { return m_hasSaidEnd; }
    //! Ends it when the client has not taken anything for too long.
    void checkReader(const Moment &now);

    [[nodiscard]] const QString &name() const override { return m_name; }
    void restart() override { }
    [[nodiscard]] std::optional<QByteArray> next(const Moment &now) override;
    void writeAnswer(JsonWriter &) const override { }

private:
    void tapped(stats::TapRecord record) override;
    void tapEnded(QLatin1String reason) override;
    [[nodiscard]] QByteArray dataLine(const stats::TapRecord &record);
    void dropOldest();

    QString m_name;
    TapDesk &m_desk;
    stats::TapId m_id = 0; //!< 0: not open
    bool m_packetHeads = false;
    std::deque<stats::TapRecord> m_waiting;
    qsizetype m_waitingBytes = 0;
    std::uint64_t m_lost = 0; //!< dropped here since the last line
    std::uint64_t m_sent = 0;
    std::int64_t m_takenAt = 0; //!< steady: when the client last took a line, or nothing waited
    std::optional<QLatin1String> m_endReason;
    bool m_hasSaidEnd = false;
};

} // namespace relay::admin

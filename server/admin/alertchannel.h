// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/alertboard.h"
#include "server/admin/channel.h"

#include <map>

namespace relay::admin {

/*!
 * A subscription to alerts: first those that are raised, then what changes. Remembers what it told and compares, so a
 * client that slept hears of what is so now and of nothing that came and went; bounded by the number of rules.
 */
class AlertChannel : public Channel
{
public:
    AlertChannel(QString name, const AlertBoard &board);

    [[nodiscard]] const QString &name() const override { return m_name; }
    void restart() override;
    [[nodiscard]] std::optional<QByteArray> next(const Moment &now) override;
    void writeAnswer(JsonWriter &) const override { }

private:
    [[nodiscard]] QByteArray line(const Alert &alert, bool isRaised) const;
    [[nodiscard]] QByteArray rulesLine() const;

    QString m_name;
    const AlertBoard &m_board;
    std::uint64_t m_version = 0; //!< of the board, as told
    std::uint64_t m_rulesVersion;
    std::map<QString, std::int64_t> m_told; //!< since when they are raised, as told
};

} // namespace relay::admin

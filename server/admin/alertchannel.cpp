// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/alertchannel.h"

#include <utility>

namespace relay::admin {

AlertChannel::AlertChannel(QString name, const AlertBoard &board)
    : m_name(std::move(name))
    , m_board(board)
    , m_rulesVersion(board.rulesVersion())
{
}

void AlertChannel::restart()
{
    m_version = 0;
    m_told.clear();
}

std::optional<QByteArray> AlertChannel::next(const Moment &now)
{
    if (std::exchange(m_version, m_board.version()) == m_board.version())
        return std::nullopt;
    QByteArray lines;
    if (std::exchange(m_rulesVersion, m_board.rulesVersion()) != m_board.rulesVersion())
        lines += rulesLine();
    for (auto it = m_told.begin(); it != m_told.end();) {
        if (m_board.active().contains(it->first)) {
            ++it;
            continue;
        }
        const Alert *cleared = m_board.lastCleared(it->first);
        lines += line(cleared ? *cleared : Alert { it->first, 0, 0, now.wall, {} }, false);
        it = m_told.erase(it);
    }
    for (const auto &[id, alert] : m_board.active()) {
        const auto [told, isNew] = m_told.try_emplace(id, alert.at);
        if (isNew || std::exchange(told->second, alert.at) != alert.at)
            lines += line(alert, true);
    }
    return lines.isEmpty() ? std::nullopt : std::optional(std::move(lines));
}

QByteArray AlertChannel::line(const Alert &alert, bool isRaised) const
{
    JsonWriter out;
    beginNotice(out, "alert", "sub", m_name);
    out.key("id");
    out.text(alert.id);
    out.key("state");
    out.utf8(isRaised ? "raised" : "cleared");
    out.key("value");
    out.decimal(alert.value);
    out.key("threshold");
    out.decimal(alert.threshold);
    out.key("at");
    out.number(alert.at);
    out.key("text");
    out.text(alert.text);
    return endNotice(out);
}

QByteArray AlertChannel::rulesLine() const
{
    JsonWriter out;
    beginNotice(out, "alertRules", "sub", m_name);
    out.key("rules");
    writeAlertRules(out, m_board.rules());
    return endNotice(out);
}

} // namespace relay::admin

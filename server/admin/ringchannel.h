// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/channel.h"
#include "server/admin/ring.h"

#include <utility>

namespace relay::admin {

/*!
 * A subscription to a list that goes on for ever, from now on: one notification for each record. What left the list before
 * this client could read it is told as a number, `lost`. Holds a position only. Pure.
 */
template<typename Record>
class RingChannel : public Channel
{
public:
    using Write = void (*)(JsonWriter &, const Record &); //!< members of an object

    RingChannel(QString name, const Ring<Record> &ring, QLatin1String method, Write write)
        : m_name(std::move(name))
        , m_ring(ring)
        , m_method(method)
        , m_write(write)
        , m_next(ring.end())
    {
    }

    [[nodiscard]] const QString &name() const override { return m_name; }
    void restart() override { } // nothing is lost without a word
    void writeAnswer(JsonWriter &out) const override
    {
        out.key("next"); // number of the first that will be told
        out.number(m_next);
    }
    [[nodiscard]] std::optional<QByteArray> next(const Moment &) override
    {
        QByteArray lines;
        while (m_next < m_ring.end() && lines.size() < kEnough)
            lines += line();
        return lines.isEmpty() ? std::nullopt : std::optional(std::move(lines));
    }

private:
    static constexpr qsizetype kEnough = 32 * 1024; // bytes of one write

    [[nodiscard]] QByteArray line()
    {
        const std::uint64_t lost = m_next < m_ring.first() ? m_ring.first() - m_next : 0;
        m_next += lost;
        JsonWriter out;
        beginNotice(out, QByteArrayView(m_method.data(), m_method.size()), "sub", m_name);
        out.key("n");
        out.number(m_next);
        m_write(out, m_ring.at(m_next));
        if (lost > 0) {
            out.key("lost");
            out.number(lost);
        }
        ++m_next;
        return endNotice(out);
    }

    QString m_name;
    const Ring<Record> &m_ring;
    QLatin1String m_method;
    Write m_write;
    std::uint64_t m_next;
};

} // namespace relay::admin

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace relay::admin {

/*!
 * Cuts a byte stream into lines ended by '\n'. A line longer than the limit, finished or not, makes the buffer
 * overlong for good: there is no way back into step with such a peer. Holds what was appended and not yet taken,
 * so the caller bounds memory by how much it appends. Pure.
 */
class LineBuffer
{
public:
    explicit LineBuffer(qsizetype lineLimit); //!< bytes, newline included

    void append(QByteArrayView bytes);
    //! The next line without its end ("\n" or "\r\n"); nothing when none is complete or the buffer is overlong.
    [[nodiscard]] std::optional<QByteArray> next();
    [[nodiscard]] bool isOverlong() const { return m_isOverlong; }
    [[nodiscard]] qsizetype bufferedBytes() const { return m_bytes.size() - m_start; }
    void clear();

private:
    void compact();

    QByteArray m_bytes;
    qsizetype m_start = 0;   //!< of the first line not yet taken
    qsizetype m_scanned = 0; //!< no newline in [m_start, m_scanned)
    qsizetype m_limit;
    bool m_isOverlong = false;
};

} // namespace relay::admin

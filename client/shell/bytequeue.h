// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <deque>

namespace relay::client::shell {

/*!
 * Bytes that wait, in the pieces they came in: whole pieces are shared and not copied, small ones are put together, so
 * that what it takes of memory is in proportion to what it holds. Pure.
 */
class ByteQueue
{
public:
    static constexpr qsizetype kSmall = 2048; //!< bytes; a piece up to this size joins another one that is as small

    void append(const QByteArray &piece, qsizetype from); //!< what comes before `from` is not part of it
    [[nodiscard]] QByteArrayView front() const;           //!< of a queue that is not empty: the first bytes of it
    void drop(qint64 bytes);                              //!< from its front; at most size()
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qint64 size() const { return m_size; } //!< bytes

private:
    struct Piece
    {
        QByteArray bytes;
        qsizetype from = 0;
    };
    std::deque<Piece> m_pieces; // none of them empty
    qint64 m_size = 0;
};

} // namespace relay::client::shell

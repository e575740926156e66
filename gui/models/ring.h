// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

#include <algorithm>
#include <array>

namespace relay::gui {

//! The last N values, oldest first, without allocation.
template<typename T, int N>
class Ring
{
public:
    void push(T value)
    {
        m_values[static_cast<size_t>(m_next)] = value;
        m_next = (m_next + 1) % N;
        m_size = std::min(m_size + 1, N);
    }
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    //! 0 is the oldest.
    [[nodiscard]] T at(int index) const { return m_values[static_cast<size_t>((m_next - m_size + index + N) % N)]; }
    [[nodiscard]] T first() const { return at(0); }
    [[nodiscard]] T last() const { return at(m_size - 1); }
    [[nodiscard]] QVector<T> toVector() const
    {
        QVector<T> values(m_size);
        for (int i = 0; i < m_size; ++i)
            values[i] = at(i);
        return values;
    }

private:
    std::array<T, N> m_values {};
    int m_next = 0;
    int m_size = 0;
};

} // namespace relay::gui

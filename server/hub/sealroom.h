// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/sealer.h"

#include <cstddef>
#include <memory>
#include <span>

namespace relay::hub {

/*!
 * Where the bytes of TLS readers are sealed between one submission and the next: what a descriptor does not take leaves
 * it before it is used again. One per hub; takes no memory until there is a TLS reader.
 */
class SealRoom
{
public:
    [[nodiscard]] bool has(std::size_t bytes) const { return m_used + bytes <= kSize; }
    [[nodiscard]] std::span<char> rest()
    {
        if (!m_bytes)
            m_bytes.reset(new char[kSize]);
        return { m_bytes.get() + m_used, kSize - m_used };
    }
    void use(std::size_t bytes) { m_used += bytes; }
    void clear() { m_used = 0; }

private:
    // Small enough to stay in the cache, large enough that submissions are worth it.
    static constexpr std::size_t kSize = 1024 * 1024;
    static_assert(Sealer::roomFor(Sealer::kMaxPlain) <= kSize);

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_used = 0;
};

} // namespace relay::hub

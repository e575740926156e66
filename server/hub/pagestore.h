// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/loop/descriptor.h"

#include <cstddef>
#include <optional>
#include <span>

#include <sys/types.h>

namespace relay::hub {

/*!
 * Bytes in pages of a memory file (memfd_create(2)), from where sendfile(2) hands the pages themselves to the sockets:
 * however many readers there are, the bytes are copied once. Invariant: bytes that were placed never change, since
 * packets under way refer to them. Their pages are given up, not written again: the kernel keeps each for as long as a
 * packet needs it, and frees it then. One thread.
 */
class PageStore
{
public:
    //! Nothing where there are no memory files, or nothing can be sent from them.
    [[nodiscard]] static std::optional<PageStore> create();

    //! Copies the bytes to pages of their own. Their place in descriptor(), or nothing when there is no memory, or when
    //! the kernel once did not let pages be given up: they would become ever more.
    [[nodiscard]] std::optional<off_t> place(std::span<const char> bytes);
    //! What was placed is sent. Gives up the pages when they are many; at most kKept bytes stay.
    void recycle();

    [[nodiscard]] int descriptor() const { return m_file.get(); }
    [[nodiscard]] std::size_t used() const { return std::size_t(m_end); } //!< bytes, in whole pages

    static constexpr std::size_t kKept
        = 1024 * 1024; //!< bytes; giving up pages is a system call that many passes share

private:
    explicit PageStore(loop::Descriptor file)
        : m_file(std::move(file))
    {
    }

    loop::Descriptor m_file;
    off_t m_end = 0; // where the next bytes go, a multiple of the page size
};

} // namespace relay::hub

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/pagestore.h"
#include "server/hub/sender.h"

#include <memory>

namespace relay::hub {

/*!
 * Sends what is large and goes to many readers as pages, by sendfile(2), so that the kernel does not copy it once for
 * each of them; everything else by another sender. Descriptors have to be non-blocking, and SIGPIPE ignored. Belongs
 * to one thread.
 */
class PageSender : public Sender
{
public:
    //! Nothing where the kernel has no memory files; `others` is left as it is then.
    [[nodiscard]] static std::unique_ptr<PageSender> create(std::unique_ptr<Sender> &others);

    void submit(std::span<SendJob> jobs, std::span<const iovec> pieces) override;
    [[nodiscard]] std::string_view name() const override;

    // Below, placing the bytes and walking their pages costs more than copying them (docs/adr/0011).
    static constexpr std::size_t kLarge = 48 * 1024; //!< bytes
    static constexpr std::size_t kMany = 24;         //!< readers

private:
    PageSender(PageStore store, std::unique_ptr<Sender> others);
    [[nodiscard]] bool sendPages(std::span<SendJob> jobs, const iovec &bytes);

    PageStore m_store;
    std::unique_ptr<Sender> m_others;
};

} // namespace relay::hub

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/hub.h"
#include "server/loop/epollset.h"

#include <QByteArray>

#include <cstdint>
#include <span>

namespace relay::ws {

class Link;

//! What a link needs of the worker that it lives on. All on the worker's thread.
class LinkHost
{
public:
    virtual hub::Hub &hub() = 0;
    virtual loop::EpollSet &epollSet() = 0;
    //! Scratch for one read; its content lasts until the next read of any link.
    virtual std::span<char> readBuffer() = 0;
    virtual std::int64_t nowMs() const = 0; //!< monotonic, as of this pass

    //! The link takes no further part: it leaves its topic after the pass, and observers are told why.
    virtual void retired(Link &link, std::uint16_t code, const QByteArray &reason) = 0;
    //! It gets an HTTP answer of 400 or above; code: of websockets, and says why.
    virtual void refused(int status, std::uint16_t code) = 0;
    //! The link's descriptor is done with: the link is destroyed after the pass.
    virtual void ended(Link &link) = 0;
    //! Somebody on the statistics websocket wants a report.
    virtual void statsRequested(Link &link) = 0;

protected:
    ~LinkHost() = default;
};

} // namespace relay::ws

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/wire.h"

#include <QLoggingCategory>

#include <array>
#include <cerrno>

#include <sys/socket.h>

namespace relay::front {

namespace {

Q_LOGGING_CATEGORY(lcTls, "relay.tls")

constexpr std::size_t kPiece = 16 * 1024; // bytes read, or sealed, in one go

bool isPassing(ssize_t result)
{
    return result >= 0 || errno == EAGAIN || errno == EINTR;
}

} // namespace

Wire::Read Wire::receive(QByteArray &bytes)
{
    std::array<char, kPiece> buffer;
    const ssize_t count = ::recv(fd(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count <= 0)
        return count < 0 && isPassing(count) ? Read::Nothing : Read::End;
    if (m_tls && !std::exchange(m_hasBegun, true) && !tls::Stream::canBeginWith(buffer[0])) {
        m_tls.reset();
        return Read::NotTls;
    }
    if (m_tls)
        return open(std::span(buffer).first(std::size_t(count)), bytes);
    bytes.append(buffer.data(), count);
    return Read::Bytes;
}

Wire::Read Wire::open(std::span<const char> sealed, QByteArray &bytes)
{
    using Event = tls::Stream::Event;
    std::array<char, kPiece> room;
    const qsizetype before = bytes.size();
    m_tls->feed(sealed);
    auto event = Event::Bytes;
    while (event == Event::Bytes) {
        std::size_t count = 0;
        event = m_tls->open(room, count);
        bytes.append(room.data(), qsizetype(count));
    }
    if (event == Event::Failed)
        qCDebug(lcTls).noquote() << "a TLS connection failed before it asked for anything:" << m_tls->failure();
    const bool isGood = flush() != Write::Broken && event != Event::Failed;
    if (isGood && bytes.size() > before)
        return Read::Bytes;
    return isGood && event == Event::WantsMore ? Read::Nothing : Read::End;
}

bool Wire::discard()
{
    std::array<char, 4 * kPiece> buffer;
    const ssize_t count = ::recv(fd(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    return count != 0 && isPassing(count);
}

Wire::Write Wire::flush()
{
    while (m_tls && !m_tls->unsent().empty()) {
        const auto unsent = m_tls->unsent();
        const ssize_t sent = ::send(fd(), unsent.data(), unsent.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0)
            return isPassing(sent) ? Write::Later : Write::Broken;
        m_tls->advance(std::size_t(sent));
    }
    return Write::Done;
}

Wire::Write Wire::sendSealed(const QByteArray &bytes, qsizetype &sent)
{
    std::array<char, hub::Sealer::roomFor(kPiece)> room;
    auto result = flush();
    while (result == Write::Done && sent < bytes.size()) {
        const auto size = std::min(kPiece, std::size_t(bytes.size() - sent));
        const iovec piece { const_cast<char *>(bytes.constData()) + sent, size };
        const auto sealed = m_tls->seal({ &piece, 1 }, room);
        if (sealed.plain == 0)
            return Write::Broken;
        sent += qsizetype(sealed.plain);
        m_tls->keep(std::span(room).first(sealed.bytes));
        result = flush();
    }
    if (result != Write::Done)
        return result;
    m_tls->finish();
    return flush();
}

Wire::Write Wire::sendLast(const QByteArray &bytes, qsizetype &sent)
{
    if (m_tls) {
        if (const auto result = sendSealed(bytes, sent); result != Write::Done)
            return result;
    }
    while (sent < bytes.size()) {
        const ssize_t count
            = ::send(fd(), bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count < 0)
            return isPassing(count) ? Write::Later : Write::Broken;
        sent += count;
    }
    ::shutdown(fd(), SHUT_WR);
    return Write::Done;
}

} // namespace relay::front

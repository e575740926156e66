// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tls/stream.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace relay::tls {

namespace {

constexpr std::size_t kRecord = 16 * 1024; // bytes of the largest record

//! Reads one piece after the other, at most `limit` bytes in all.
class Cursor
{
public:
    Cursor(std::span<const iovec> pieces, std::size_t limit)
        : m_pieces(pieces)
        , m_limit(limit)
    {
    }

    [[nodiscard]] std::size_t taken() const { return m_taken; }
    [[nodiscard]] bool isAtEnd() const { return m_pieces.empty() || m_taken == m_limit; }
    //! What is left of the current piece.
    [[nodiscard]] std::span<const char> here() const
    {
        const auto *data = static_cast<const char *>(m_pieces.front().iov_base);
        return { data + m_offset, std::min(m_pieces.front().iov_len - m_offset, m_limit - m_taken) };
    }
    void take(std::size_t bytes)
    {
        m_taken += bytes;
        m_offset += bytes;
        if (m_offset == m_pieces.front().iov_len) {
            m_pieces = m_pieces.subspan(1);
            m_offset = 0;
        }
    }
    [[nodiscard]] bool isLast() const { return m_pieces.size() == 1; }

private:
    std::span<const iovec> m_pieces;
    std::size_t m_offset = 0;
    std::size_t m_taken = 0;
    std::size_t m_limit;
};

} // namespace

Stream::Stream(const Context &context)
    : m_ssl(SSL_new(context.handle()))
{
    if (!m_ssl)
        throw std::bad_alloc();
    BIO *const bio = makeBio(m_wires);
    SSL_set_bio(m_ssl, bio, bio);
    SSL_set_accept_state(m_ssl);
}

Stream::~Stream()
{
    SSL_free(m_ssl);
}

bool Stream::isEstablished() const
{
    return SSL_is_init_finished(m_ssl) == 1;
}

Stream::Event Stream::open(std::span<char> room, std::size_t &count)
{
    count = 0;
    ERR_clear_error();
    if (SSL_read_ex(m_ssl, room.data(), room.size(), &count) == 1)
        return Event::Bytes;
    switch (SSL_get_error(m_ssl, 0)) {
    case SSL_ERROR_WANT_READ: return Event::WantsMore;
    case SSL_ERROR_ZERO_RETURN: return Event::Finished;
    default: break;
    }
    const char *reason = ERR_reason_error_string(ERR_peek_error());
    m_failure = reason ? reason : "the bytes are not TLS";
    ERR_clear_error();
    return Event::Failed;
}

bool Stream::write(const char *data, std::size_t size)
{
    std::size_t written = 0;
    ERR_clear_error();
    if (SSL_write_ex(m_ssl, data, size, &written) == 1)
        return true;
    ERR_clear_error();
    return false;
}

hub::Sealer::Sealed Stream::seal(std::span<const iovec> pieces, std::span<char> room)
{
    m_wires.room = room;
    m_wires.written = 0;
    std::array<char, kRecord> gathered;
    Cursor cursor(pieces, kMaxPlain);
    bool isGood = !m_hasFinished;
    while (isGood && !cursor.isAtEnd()) {
        const auto here = cursor.here();
        if (here.size() >= kRecord || cursor.isLast()) {
            const std::size_t size = cursor.isLast() ? here.size() : here.size() - here.size() % kRecord;
            isGood = write(here.data(), size);
            cursor.take(size);
            continue;
        }
        // Small pieces share a record: each costs 22 bytes and more, and a call of the cipher.
        std::size_t size = 0;
        while (size < kRecord && !cursor.isAtEnd()) {
            const auto part = cursor.here().first(std::min(cursor.here().size(), kRecord - size));
            std::memcpy(gathered.data() + size, part.data(), part.size());
            size += part.size();
            cursor.take(part.size());
        }
        isGood = write(gathered.data(), size);
    }
    m_wires.room = {};
    return isGood ? Sealed { cursor.taken(), m_wires.written } : Sealed {};
}

void Stream::finish()
{
    if (std::exchange(m_hasFinished, true))
        return;
    ERR_clear_error();
    if (isEstablished())
        SSL_shutdown(m_ssl); // one way: the peer's close_notify is not waited for
    ERR_clear_error();
}

std::span<const char> Stream::unsent() const
{
    return std::span(m_wires.kept).subspan(m_wires.keptSent);
}

void Stream::keep(std::span<const char> rest)
{
    m_wires.kept.append(rest.data(), rest.size());
}

void Stream::advance(std::size_t bytes)
{
    m_wires.keptSent += bytes;
    if (m_wires.keptSent < m_wires.kept.size())
        return;
    std::string().swap(m_wires.kept); // an idle connection holds nothing
    m_wires.keptSent = 0;
}

} // namespace relay::tls

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlsclient.h"

#include <array>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace relay::tests {

TlsClient::TlsClient(int version)
    : m_context(SSL_CTX_new(TLS_client_method()))
{
    SSL_CTX_set_verify(m_context, SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_min_proto_version(m_context, version);
    SSL_CTX_set_max_proto_version(m_context, version);
    m_ssl = SSL_new(m_context);
    SSL_set_bio(m_ssl, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
    SSL_set_connect_state(m_ssl);
}

TlsClient::~TlsClient()
{
    SSL_free(m_ssl);
    SSL_CTX_free(m_context);
}

void TlsClient::handshake()
{
    SSL_do_handshake(m_ssl);
    ERR_clear_error();
}

bool TlsClient::isEstablished() const
{
    return SSL_is_init_finished(m_ssl) == 1;
}

void TlsClient::write(std::string_view bytes)
{
    if (!bytes.empty())
        SSL_write(m_ssl, bytes.data(), int(bytes.size()));
}

void TlsClient::shutDown()
{
    SSL_shutdown(m_ssl);
}

void TlsClient::updateKey()
{
    SSL_key_update(m_ssl, SSL_KEY_UPDATE_REQUESTED);
    SSL_do_handshake(m_ssl);
}

void TlsClient::feed(std::string_view sealed)
{
    if (!sealed.empty())
        BIO_write(SSL_get_rbio(m_ssl), sealed.data(), int(sealed.size()));
}

std::string TlsClient::sealed()
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(SSL_get_wbio(m_ssl), &data);
    std::string bytes(data, std::size_t(size));
    BIO_reset(SSL_get_wbio(m_ssl));
    return bytes;
}

std::string TlsClient::read()
{
    std::string bytes;
    std::array<char, 20'000> some;
    for (int count = 0; (count = SSL_read(m_ssl, some.data(), int(some.size()))) > 0;)
        bytes.append(some.data(), std::size_t(count));
    ERR_clear_error();
    return bytes;
}

bool TlsClient::hasEnded() const
{
    return (SSL_get_shutdown(m_ssl) & SSL_RECEIVED_SHUTDOWN) != 0;
}

} // namespace relay::tests

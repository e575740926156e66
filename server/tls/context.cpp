// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tls/context.h"

#include <new>
#include <string_view>

#include <QDateTime>

#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace relay::tls {

namespace {

constexpr const char *kCiphersOf12 = "ECDHE+AESGCM:ECDHE+CHACHA20";

// Whoever offers h2 as well must hear that it is HTTP/1.1 here; whoever does not offer it is not stopped.
int selectProtocol(SSL *, const unsigned char **selected, unsigned char *size, const unsigned char *offered,
                   unsigned int offeredSize, void *)
{
    constexpr std::string_view http = "http/1.1";
    for (unsigned int at = 0; at < offeredSize && at + 1 + offered[at] <= offeredSize; at += 1U + offered[at]) {
        if (std::string_view(reinterpret_cast<const char *>(offered) + at + 1, offered[at]) == http) {
            *selected = offered + at + 1;
            *size = offered[at];
            return SSL_TLSEXT_ERR_OK;
        }
    }
    return SSL_TLSEXT_ERR_NOACK;
}

} // namespace

Context::Context()
    : m_context(SSL_CTX_new(TLS_server_method()))
{
    if (!m_context)
        throw std::bad_alloc();
    SSL_CTX_set_options(m_context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    // An idle connection gives its 16 KiB buffers back.
    SSL_CTX_set_mode(m_context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_cipher_list(m_context, kCiphersOf12);
    // A ticket spares a returning peer's signature and needs no memory here; one is enough for one connection.
    SSL_CTX_set_num_tickets(m_context, 1);
    SSL_CTX_set_session_cache_mode(m_context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_alpn_select_cb(m_context, selectProtocol, nullptr);
}

Context::~Context()
{
    SSL_CTX_free(m_context);
}

QString Context::serial() const
{
    const X509 *const certificate = SSL_CTX_get0_certificate(m_context);
    BIGNUM *const number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr);
    char *const text = BN_bn2hex(number);
    QString serial = QString::fromLatin1(text);
    OPENSSL_free(text);
    BN_free(number);
    return serial;
}

std::int64_t Context::endsAt() const
{
    const X509 *const certificate = SSL_CTX_get0_certificate(m_context);
    int days = 0, seconds = 0;
    if (!certificate || ASN1_TIME_diff(&days, &seconds, nullptr, X509_get0_notAfter(certificate)) != 1)
        return 0;
    return QDateTime::currentMSecsSinceEpoch() + (std::int64_t { days } * 24 * 3600 + seconds) * 1000;
}

} // namespace relay::tls

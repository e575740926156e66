// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace relay::tests {

namespace {

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QByteArray bytes(data, qsizetype(size));
    BIO_free(bio);
    return bytes;
}

} // namespace

Certificate makeCertificate(int days)
{
    EVP_PKEY *const key = EVP_EC_gen("P-256");
    X509 *const certificate = X509_new();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 4711 + days);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -86'400L * 10);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 86'400L * days);
    X509_set_pubkey(certificate, key);
    X509_NAME *const name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    BIO *const certificateBytes = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(certificateBytes, certificate);
    BIO *const keyBytes = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(keyBytes, key, nullptr, nullptr, 0, nullptr, nullptr);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return { contentOf(certificateBytes), contentOf(keyBytes) };
}

QByteArray encrypted(const QByteArray &key)
{
    BIO *const plain = BIO_new_mem_buf(key.constData(), int(key.size()));
    EVP_PKEY *const read = PEM_read_bio_PrivateKey(plain, nullptr, nullptr, nullptr);
    BIO_free(plain);
    BIO *const bytes = BIO_new(BIO_s_mem());
    const unsigned char phrase[] = "secret";
    PEM_write_bio_PrivateKey(bytes, read, EVP_aes_256_cbc(), phrase, 6, nullptr, nullptr);
    EVP_PKEY_free(read);
    return contentOf(bytes);
}

} // namespace relay::tests

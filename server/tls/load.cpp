// SPDX-License-Identifier: GPL-3.0-or-later
// From two files to a context, or to a sentence about what is wrong with them.
#include "server/tls/context.h"

#include <QByteArray>
#include <QFile>

#include <memory>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/stat.h>

namespace relay::tls {

namespace {

constexpr qint64 kMaxFile = 1024 * 1024; // bytes; a device or a recording given by mistake is not read to its end
template<auto release>
struct Release
{
    template<typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using BioPtr = std::unique_ptr<BIO, Release<BIO_free>>;
using X509Ptr = std::unique_ptr<X509, Release<X509_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;

//! Why the last call of OpenSSL failed. Empties the thread's list of errors.
QString lastFault()
{
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    const char *reason = ERR_reason_error_string(code);
    return reason ? QString::fromLatin1(reason) : QStringLiteral("unknown form");
}

BioPtr readerOf(const QByteArray &bytes)
{
    return BioPtr(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

// Without it OpenSSL would ask for the pass phrase on the terminal and wait there.
int noPassPhrase(char *, int, int, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return -1;
}

} // namespace

//! One loading of the two files. Each step returns whether the next one makes sense.
struct Loader
{
    const Files &files;
    Loaded result;
    std::shared_ptr<Context> context = std::shared_ptr<Context>(new Context);

    bool fail(const QString &sentence)
    {
        result.error = sentence;
        return false;
    }

    bool read(const QString &path, const QString &what, const QString &option, QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(
                QStringLiteral("cannot read the %1 %2: %3; check the path and that relayd's user may read it, or give "
                               "another with %4 FILE")
                    .arg(what, path, file.errorString(), option));
        bytes = file.read(kMaxFile);
        using Status = struct stat;
        Status status {};
        if (what == u"key" && ::fstat(file.handle(), &status) == 0 && (status.st_mode & S_IROTH) != 0)
            result.warnings.append(
                QStringLiteral("the TLS key %1 can be read by every user of this machine; chmod 600 it").arg(path));
        return true;
    }

    bool takeCertificates(const QByteArray &pem)
    {
        const BioPtr reader = readerOf(pem);
        const X509Ptr own(PEM_read_bio_X509_AUX(reader.get(), nullptr, nullptr, nullptr));
        if (!own)
            return fail(
                QStringLiteral("%1 does not begin with a certificate in PEM (%2); --tls-certificate wants the relay's "
                               "certificate and behind it those that vouch for it")
                    .arg(files.certificate, lastFault()));
        if (SSL_CTX_use_certificate(context->handle(), own.get()) != 1)
            return fail(QStringLiteral(
                            "the certificate in %1 cannot be used: %2; get one with an RSA key of 2048 bits or more, "
                            "or an EC key")
                            .arg(files.certificate, lastFault()));
        checkDates(own.get());
        while (X509 *issuer = PEM_read_bio_X509(reader.get(), nullptr, nullptr, nullptr)) {
            if (SSL_CTX_add0_chain_cert(context->handle(), issuer) != 1) {
                X509_free(issuer);
                return fail(
                    QStringLiteral("a certificate of the chain in %1 cannot be used: %2; take it out or replace it")
                        .arg(files.certificate, lastFault()));
            }
        }
        if (ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE)
            return fail(
                QStringLiteral("the certificates behind the first one in %1 cannot be read: %2; write the file anew")
                    .arg(files.certificate, lastFault()));
        ERR_clear_error();
        return true;
    }

    void checkDates(const X509 *certificate)
    {
        if (X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0)
            result.warnings.append(
                QStringLiteral("the TLS certificate %1 has expired: browsers will refuse it; put a new one in "
                               "its place and send SIGHUP")
                    .arg(files.certificate));
        else if (X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0)
            result.warnings.append(
                QStringLiteral("the TLS certificate %1 is not valid yet: check this machine's clock, or put "
                               "another one in its place and send SIGHUP")
                    .arg(files.certificate));
    }

    bool takeKey(const QByteArray &pem)
    {
        bool isEncrypted = false;
        const KeyPtr key(PEM_read_bio_PrivateKey(readerOf(pem).get(), nullptr, noPassPhrase, &isEncrypted));
        if (!key && isEncrypted) {
            ERR_clear_error();
            return fail(QStringLiteral(
                            "the key in %1 is encrypted, and nobody is there to type its pass phrase; decrypt it with "
                            "\"openssl pkey -in FILE -out NEWFILE\" and chmod 600 it")
                            .arg(files.key));
        }
        if (!key)
            return fail(
                QStringLiteral("%1 holds no private key in PEM (%2); give the certificate's key with --tls-key FILE")
                    .arg(files.key, lastFault()));
        if (SSL_CTX_use_PrivateKey(context->handle(), key.get()) != 1
            || SSL_CTX_check_private_key(context->handle()) != 1) {
            ERR_clear_error();
            return fail(QStringLiteral("the key in %1 does not belong to the certificate in %2; give the key that the "
                                       "certificate was made with, or a certificate for this key")
                            .arg(files.key, files.certificate));
        }
        return true;
    }
};

Loaded load(const Files &files)
{
    ERR_clear_error();
    Loader loader { .files = files, .result = {} };
    SSL_CTX_set_min_proto_version(loader.context->handle(),
                                  files.minimum == Version::Tls13 ? TLS1_3_VERSION : TLS1_2_VERSION);
    QByteArray certificates;
    QByteArray key;
    const bool isUsable = loader.read(files.certificate, QStringLiteral("certificate"),
                                      QStringLiteral("--tls-certificate"), certificates)
        && loader.takeCertificates(certificates)
        && loader.read(files.key, QStringLiteral("key"), QStringLiteral("--tls-key"), key) && loader.takeKey(key);
    if (isUsable)
        loader.result.context = loader.context;
    if (!key.isEmpty())
        OPENSSL_cleanse(key.data(), std::size_t(key.size()));
    return std::move(loader.result);
}

} // namespace relay::tls

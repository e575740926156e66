// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>

struct ssl_ctx_st;

namespace relay::tls {

enum class Version : std::uint8_t { Tls12, Tls13 };

//! Where the relay's own certificate comes from.
struct Files
{
    QString certificate; //!< PEM: the relay's own certificate first, then those that vouch for it
    QString key;         //!< PEM, not encrypted
    Version minimum = Version::Tls12;
};

/*!
 * What every TLS connection of a listener shares: certificate, key, versions, ciphers. Never changes once it is made, so
 * any thread may make streams of it; after a reload new connections get another one and the old ones keep theirs.
 */
class Context
{
public:
    ~Context();
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;

    [[nodiscard]] ssl_ctx_st *handle() const { return m_context; }
    //! Serial number of the certificate in hexadecimal, for the log.
    [[nodiscard]] QString serial() const;
    //! When the certificate ends, ms since the epoch; 0 for a time that cannot be read.
    [[nodiscard]] std::int64_t endsAt() const;

private:
    friend struct Loader;
    Context();
    ssl_ctx_st *m_context;
};

using ContextPtr = std::shared_ptr<const Context>;

struct Loaded
{
    ContextPtr context;   //!< nothing: see error
    QString error;        //!< a sentence that names the file, what is wrong and what to do
    QStringList warnings; //!< it works, but somebody should look: expired, key readable by others
};

[[nodiscard]] Loaded load(const Files &files);

} // namespace relay::tls

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tls/memorybio.h"

#include <algorithm>
#include <cstring>
#include <new>

#include <openssl/bio.h>

namespace relay::tls {

namespace {

// A peer can make OpenSSL answer (alerts, key updates) without reading the answers.
constexpr std::size_t kMaxKept = 1024 * 1024;

Wires &wiresOf(BIO *bio)
{
    return *static_cast<Wires *>(BIO_get_data(bio));
}

int readSome(BIO *bio, char *data, std::size_t size, std::size_t *count)
{
    Wires &wires = wiresOf(bio);
    BIO_clear_retry_flags(bio);
    *count = std::min(size, wires.incoming.size());
    if (*count == 0) {
        BIO_set_retry_read(bio);
        return 0;
    }
    std::memcpy(data, wires.incoming.data(), *count);
    wires.incoming = wires.incoming.subspan(*count);
    return 1;
}

int writeAll(BIO *bio, const char *data, std::size_t size, std::size_t *count)
{
    Wires &wires = wiresOf(bio);
    BIO_clear_retry_flags(bio);
    *count = 0;
    if (wires.room.empty()) {
        if (wires.kept.size() + size > kMaxKept)
            return 0;
        wires.kept.append(data, size);
    } else {
        if (wires.room.size() - wires.written < size)
            return 0; // never: the room is made for the largest records
        std::memcpy(wires.room.data() + wires.written, data, size);
        wires.written += size;
    }
    *count = size;
    return 1;
}

long control(BIO *, int command, long, void *)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

int create(BIO *bio)
{
    BIO_set_init(bio, 1);
    return 1;
}

BIO_METHOD *makeMethod()
{
    BIO_METHOD *const method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "relay");
    if (!method)
        throw std::bad_alloc();
    BIO_meth_set_read_ex(method, readSome);
    BIO_meth_set_write_ex(method, writeAll);
    BIO_meth_set_ctrl(method, control);
    BIO_meth_set_create(method, create);
    return method;
}

} // namespace

bio_st *makeBio(Wires &wires)
{
    static BIO_METHOD *const method
        = makeMethod(); // for as long as the process: connections may outlive main()'s objects
    BIO *const bio = BIO_new(method);
    if (!bio)
        throw std::bad_alloc();
    BIO_set_data(bio, &wires);
    return bio;
}

} // namespace relay::tls

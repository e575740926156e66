// SPDX-License-Identifier: GPL-3.0-or-later
// Paths of topics: whatever is accepted is canonical, safe to print, and means the same however it is written.
#include "common/topic/address.h"
#include "common/topic/percent.h"

#include <QList>

#include <cstdint>
#include <cstdlib>

using namespace relay::topic;

namespace {

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

void checkName(const QByteArray &name)
{
    require(name.startsWith('/') && name.size() > 1 && name.size() <= 1025); // "/in/x" grows by one as "/out/x"
    require(!name.endsWith('/') && !name.contains("//") && !name.contains('%') && name.isValidUtf8());
    for (const char byte : name)
        require(static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f);
    for (const QByteArray &segment : name.sliced(1).split('/'))
        require(segment != "." && segment != "..");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView raw(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto result = parseOpenPath(raw);
    if (const auto *refusal = std::get_if<Refusal>(&result)) {
        require(refusal->reason.endsWith('.'));
        require(!refusal->isReserved || isReserved(percentDecoded(raw).value().split('/').value(1)));
        return 0;
    }
    const auto &address = std::get<Address>(result);
    checkName(address.path);
    checkName(address.topic);
    require(!isReserved(address.path.split('/').at(1)));
    require(address.mayRead && address.mayWrite == !address.path.startsWith("/out/"));
    require((address.path == address.topic) == !address.path.startsWith("/in/"));
    require(std::get<Address>(parseOpenPath(address.path.toPercentEncoding("/"))) == address);
    require(std::get<Address>(parseOpenPath(address.path)) == address);
    require(!displayName(address.topic).startsWith('/'));
    return 0;
}

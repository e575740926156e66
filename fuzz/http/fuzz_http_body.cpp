// SPDX-License-Identifier: GPL-3.0-or-later
// Chunked bodies: whole and split they give the same bytes and the same end.
#include "common/http/bodyreader.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

using relay::http::BodyReader;
using relay::http::RequestHead;

namespace {

struct Outcome
{
    std::string body;
    BodyReader::State state = BodyReader::State::Reading;
    int failureStatus = 0;
    std::string failure;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

Outcome read(const RequestHead &head, std::span<const char> input, std::size_t pieceSize)
{
    BodyReader reader(head);
    Outcome outcome;
    while (!input.empty() && reader.state() == BodyReader::State::Reading) {
        std::span<const char> piece = input.first(std::min(pieceSize, input.size()));
        input = input.subspan(piece.size());
        for (;;) {
            const auto *before = piece.data();
            const auto data = reader.next(piece);
            if (data.empty())
                break;
            // Pieces point into what was fed, and behind what was taken before.
            if (data.data() < before || data.data() + data.size() > piece.data())
                std::abort();
            outcome.body.append(data.data(), data.size());
        }
        if (reader.state() == BodyReader::State::Reading && !piece.empty())
            std::abort();
    }
    outcome.state = reader.state();
    outcome.failureStatus = reader.failureStatus();
    outcome.failure = reader.failure();
    if ((outcome.state == BodyReader::State::Failed) == outcome.failure.empty())
        std::abort();
    return outcome;
}

} // namespace

//! An input: one octet with the size of the pieces (0: the body has a length instead of chunks), then the body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::span<const char> input(reinterpret_cast<const char *>(data) + 1, size - 1);
    RequestHead head;
    head.headers = { { "transfer-encoding", "chunked" } };
    if (data[0] == 0)
        head.headers = { { "content-length", QByteArray::number(static_cast<qulonglong>(size / 2)) } };
    const std::size_t pieceSize = std::max<std::size_t>(1, data[0]);
    const Outcome whole = read(head, input, std::max<std::size_t>(1, input.size()));
    if (!(read(head, input, pieceSize) == whole) || !(read(head, input, 1) == whole))
        std::abort();
    if (whole.body.size() > input.size())
        std::abort();
    return 0;
}

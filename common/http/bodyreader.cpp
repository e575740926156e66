// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/bodyreader.h"

#include "common/http/chunkdecoder.h"

#include <algorithm>
#include <optional>

namespace relay::http {

struct BodyReader::Private
{
    std::optional<ChunkDecoder> chunks; // nothing: the body has a length
    std::uint64_t remaining = 0;
    State state = State::Reading;
    int failureStatus = 0;
    std::string failure;

    std::span<const char> nextOfLength(std::span<const char> &input);
    std::span<const char> nextOfChunks(std::span<const char> &input);
};

std::span<const char> BodyReader::Private::nextOfLength(std::span<const char> &input)
{
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(remaining, input.size()));
    const std::span<const char> piece = input.first(size);
    input = input.subspan(size);
    remaining -= size;
    if (remaining == 0)
        state = State::Finished;
    return piece;
}

std::span<const char> BodyReader::Private::nextOfChunks(std::span<const char> &input)
{
    const std::span<const char> piece = chunks->next(input);
    if (chunks->state() == ChunkDecoder::State::Finished)
        state = State::Finished;
    if (chunks->state() == ChunkDecoder::State::Failed) {
        state = State::Failed;
        failureStatus = chunks->failureStatus();
        failure = chunks->failure();
    }
    return piece;
}

BodyReader::BodyReader(const RequestHead &head)
    : d(std::make_unique<Private>())
{
    if (head.hasToken("transfer-encoding", "chunked")) {
        d->chunks.emplace();
        return;
    }
    bool isNumber = false;
    d->remaining = head.header("content-length").toULongLong(&isNumber);
    if (!isNumber) {
        d->state = State::Failed;
        d->failureStatus = 411;
        d->failure = "The request announces no body. Send it with Transfer-Encoding: chunked or a Content-Length.";
    } else if (d->remaining == 0) {
        d->state = State::Finished;
    }
}

BodyReader::~BodyReader() = default;
BodyReader::BodyReader(BodyReader &&) noexcept = default;
BodyReader &BodyReader::operator=(BodyReader &&) noexcept = default;

std::span<const char> BodyReader::next(std::span<const char> &input)
{
    if (d->state != State::Reading || input.empty())
        return {};
    return d->chunks ? d->nextOfChunks(input) : d->nextOfLength(input);
}

BodyReader::State BodyReader::state() const
{
    return d->state;
}

int BodyReader::failureStatus() const
{
    return d->failureStatus;
}

const std::string &BodyReader::failure() const
{
    return d->failure;
}

} // namespace relay::http

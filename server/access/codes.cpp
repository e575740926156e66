// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/codes.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

#include <array>

namespace relay::access {

namespace {

constexpr qsizetype kMaxCode = 64; // bytes; ours are shorter

QByteArray hashOf(QByteArrayView code)
{
    return QCryptographicHash::hash(code.toByteArray(), QCryptographicHash::Sha256);
}

// All 128 bits are random: a UUID of version 4 would fix six of them, and nobody looks at its version.
QByteArray randomCode()
{
    std::array<quint32, 4> bits;
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    const QUuid uuid(bits[0], ushort(bits[1]), ushort(bits[1] >> 16), uchar(bits[2]), uchar(bits[2] >> 8),
                     uchar(bits[2] >> 16), uchar(bits[2] >> 24), uchar(bits[3]), uchar(bits[3] >> 8),
                     uchar(bits[3] >> 16), uchar(bits[3] >> 24));
    return uuid.toByteArray(QUuid::WithoutBraces);
}

} // namespace

QByteArray Codes::issue(const Grant &grant, std::int64_t nowMs, std::int64_t lifetimeMs)
{
    QByteArray code = randomCode();
    QByteArray hash = hashOf(code);
    m_ages.emplace(nowMs + lifetimeMs, hash);
    m_codes.insert_or_assign(std::move(hash), Entry { grant, nowMs + lifetimeMs });
    count(grant, 1);
    return code;
}

std::optional<Grant> Codes::take(QByteArrayView code, std::int64_t nowMs)
{
    if (code.isEmpty() || code.size() > kMaxCode)
        return std::nullopt;
    auto node = m_codes.extract(hashOf(code));
    if (node.empty())
        return std::nullopt;
    Entry entry = std::move(node.mapped());
    count(entry.grant, -1);
    const auto [first, last] = m_ages.equal_range(entry.until);
    for (auto age = first; age != last; ++age) {
        if (age->second == node.key()) {
            m_ages.erase(age);
            break;
        }
    }
    return nowMs < entry.until ? std::optional(std::move(entry.grant)) : std::nullopt;
}

void Codes::forgetBooking(const QString &bookingId)
{
    if (countOf(bookingId) == 0)
        return;
    std::erase_if(m_codes, [&](const auto &code) {
        const bool isOfBooking = code.second.grant.bookingId == bookingId;
        if (isOfBooking)
            count(code.second.grant, -1);
        return isOfBooking;
    });
    std::erase_if(m_ages, [&](const auto &age) { return !m_codes.contains(age.second); });
}

void Codes::forgetOld(std::int64_t nowMs)
{
    while (!m_ages.empty() && m_ages.begin()->first <= nowMs) {
        const auto code = m_codes.find(m_ages.begin()->second);
        m_ages.erase(m_ages.begin());
        count(code->second.grant, -1);
        m_codes.erase(code);
    }
}

int Codes::countOf(const QString &bookingId) const
{
    const auto found = m_ofBooking.find(bookingId);
    return found == m_ofBooking.end() ? 0 : found->second;
}

void Codes::count(const Grant &grant, int change)
{
    if ((m_ofBooking[grant.bookingId] += change) == 0)
        m_ofBooking.erase(grant.bookingId);
    if (!grant.tokenId.isEmpty() && (m_ofToken[grant.tokenId] += change) == 0)
        m_ofToken.remove(grant.tokenId);
}

} // namespace relay::access

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/jsonwriter.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace relay::admin {

namespace {

constexpr char kHex[] = "0123456789abcdef";

void appendEscaped(QByteArray &out, char c)
{
    switch (c) {
    case '"': out.append("\\\""); break;
    case '\\': out.append("\\\\"); break;
    case '\n': out.append("\\n"); break;
    default: {
        const auto byte = static_cast<unsigned char>(c);
        out.append("\\u00").append(kHex[byte >> 4]).append(kHex[byte & 15]);
    }
    }
}

bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

template<typename Number>
void appendNumber(QByteArray &out, Number value)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end - digits.data());
}

} // namespace

// A value follows a comma unless it is the first of its container or comes right after its key.
void JsonWriter::separate()
{
    if (m_out.isEmpty())
        return;
    const char last = m_out.back();
    if (last != '[' && last != '{' && last != ':')
        m_out.append(',');
}

void JsonWriter::beginArray()
{
    separate();
    m_out.append('[');
}

void JsonWriter::endArray()
{
    m_out.append(']');
}

void JsonWriter::beginObject()
{
    separate();
    m_out.append('{');
}

void JsonWriter::endObject()
{
    m_out.append('}');
}

void JsonWriter::key(QByteArrayView asciiName)
{
    separate();
    m_out.append('"').append(asciiName).append("\":");
}

void JsonWriter::number(std::int64_t value)
{
    separate();
    appendNumber(m_out, value);
}

void JsonWriter::number(std::uint64_t value)
{
    separate();
    appendNumber(m_out, value);
}

void JsonWriter::decimal(double value)
{
    separate();
    if (!std::isfinite(value)) {
        m_out.append("null");
        return;
    }
    if (std::abs(value) >= 9.0e15) { // beyond 2^53 there is nothing behind the point
        appendNumber(m_out, value);
        return;
    }
    const auto thousandths = std::llround(value * 1000.0);
    const auto magnitude = static_cast<std::uint64_t>(std::llabs(thousandths));
    if (thousandths < 0)
        m_out.append('-');
    appendNumber(m_out, magnitude / 1000);
    if (const auto fraction = magnitude % 1000; fraction != 0) {
        m_out.append('.');
        const std::array<char, 3> digits { static_cast<char>('0' + fraction / 100),
                                           static_cast<char>('0' + fraction / 10 % 10),
                                           static_cast<char>('0' + fraction % 10) };
        m_out.append(digits.data(), fraction % 10 != 0 ? 3 : fraction % 100 != 0 ? 2 : 1);
    }
}

void JsonWriter::boolean(bool value)
{
    separate();
    m_out.append(value ? "true" : "false");
}

void JsonWriter::text(QStringView value)
{
    utf8(value.toUtf8());
}

void JsonWriter::utf8(QByteArrayView value)
{
    separate();
    m_out.append('"');
    qsizetype plain = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (!needsEscape(value[i]))
            continue;
        m_out.append(value.sliced(plain, i - plain));
        appendEscaped(m_out, value[i]);
        plain = i + 1;
    }
    m_out.append(value.sliced(plain)).append('"');
}

void JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_out.append(json);
}

QByteArray JsonWriter::take()
{
    return std::exchange(m_out, {});
}

void JsonWriter::truncate(qsizetype size)
{
    m_out.truncate(size);
}

} // namespace relay::admin

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <span>
#include <utility>

namespace relay::metrics {

//! What the format is called in a Content-Type.
inline constexpr char kContentType[] = "text/plain; version=0.0.4; charset=utf-8";

/*!
 * Writes one metric after the other in the text format of Prometheus, version 0.0.4: begin() each, then its samples.
 * Labels come as label() makes them, joined by commas.
 */
class Exposition
{
public:
    //! type: counter, gauge or histogram. help: one sentence in one line.
    void begin(QByteArrayView name, QByteArrayView type, QByteArrayView help);
    void sample(const QByteArray &value, QByteArrayView labels = {}, QByteArrayView suffix = {});
    void sample(std::uint64_t value, QByteArrayView labels = {}, QByteArrayView suffix = {});
    void sample(double value, QByteArrayView labels = {}, QByteArrayView suffix = {});
    void single(QByteArrayView name, QByteArrayView type, QByteArrayView help, std::uint64_t value);
    //! All samples of a histogram. within: for each bound how many are no larger; all: how many there are.
    void buckets(std::span<const QByteArray> bounds, std::span<const std::uint64_t> within, std::uint64_t all,
                 const QByteArray &sum, const QByteArray &labels = {});

    [[nodiscard]] QByteArray take() { return std::move(m_text); }

private:
    QByteArray m_name;
    QByteArray m_text;
};

//! A label with its value, escaped as the format asks for.
[[nodiscard]] QByteArray label(QByteArrayView name, QByteArrayView value);

//! A number with 15 digits.
[[nodiscard]] QByteArray number(double value);

} // namespace relay::metrics

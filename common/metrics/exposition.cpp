// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/metrics/exposition.h"

#include <QStringBuilder>

namespace relay::metrics {

void Exposition::begin(QByteArrayView name, QByteArrayView type, QByteArrayView help)
{
    m_name = name.toByteArray();
    m_text.append("# HELP ").append(name).append(' ').append(help);
    m_text.append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
}

void Exposition::sample(const QByteArray &value, QByteArrayView labels, QByteArrayView suffix)
{
    m_text.append(m_name).append(suffix);
    if (!labels.isEmpty())
        m_text.append('{').append(labels).append('}');
    m_text.append(' ').append(value).append('\n');
}

void Exposition::sample(std::uint64_t value, QByteArrayView labels, QByteArrayView suffix)
{
    sample(QByteArray::number(quint64(value)), labels, suffix);
}

void Exposition::sample(double value, QByteArrayView labels, QByteArrayView suffix)
{
    sample(number(value), labels, suffix);
}

void Exposition::single(QByteArrayView name, QByteArrayView type, QByteArrayView help, std::uint64_t value)
{
    begin(name, type, help);
    sample(value);
}

void Exposition::buckets(std::span<const QByteArray> bounds, std::span<const std::uint64_t> within, std::uint64_t all,
                         const QByteArray &sum, const QByteArray &labels)
{
    const QByteArray before = labels.isEmpty() ? QByteArray() : QByteArray(labels + ',');
    for (std::size_t i = 0; i < bounds.size(); ++i)
        sample(within[i], QByteArray(before + label("le", bounds[i])), "_bucket");
    sample(all, QByteArray(before + label("le", "+Inf")), "_bucket");
    sample(sum, labels, "_sum");
    sample(all, labels, "_count");
}

QByteArray label(QByteArrayView name, QByteArrayView value)
{
    QByteArray text = value.toByteArray();
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return name.toByteArray() + "=\"" + text + '"';
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 15);
}

} // namespace relay::metrics

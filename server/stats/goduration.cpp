// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/goduration.h"

#include <QStringBuilder>

namespace relay::stats {

namespace {

QByteArray seconds(std::int64_t milliseconds)
{
    QByteArray text = QByteArray::number(qlonglong(milliseconds / 1000));
    if (const auto rest = milliseconds % 1000; rest != 0) {
        QByteArray fraction = QByteArray::number(qlonglong(rest)).rightJustified(3, '0');
        while (fraction.endsWith('0'))
            fraction.chop(1);
        text += '.' + fraction;
    }
    return text + 's';
}

} // namespace

QByteArray goDuration(std::int64_t milliseconds)
{
    if (milliseconds <= 0)
        return "0s";
    if (milliseconds < 1000)
        return QByteArray::number(qlonglong(milliseconds)) + "ms";
    const auto minutes = milliseconds / 60'000;
    const QByteArray rest = seconds(milliseconds % 60'000);
    if (minutes == 0)
        return rest;
    if (minutes < 60)
        return QByteArray::number(qlonglong(minutes)) + 'm' + rest;
    return QByteArray::number(qlonglong(minutes / 60)) + 'h' + QByteArray::number(qlonglong(minutes % 60)) + 'm' + rest;
}

} // namespace relay::stats

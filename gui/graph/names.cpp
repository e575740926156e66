// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/names.h"

#include "common/topic/address.h"
#include "gui/models/format.h"

#include <QStringList>

#include <algorithm>

namespace relay::gui::graph {

namespace {

//! The run of digits at the front, without leading zeros.
QStringView takeNumber(QStringView &text)
{
    qsizetype length = 0;
    while (length < text.size() && text[length].isDigit())
        ++length;
    QStringView number = text.first(length);
    text = text.sliced(length);
    while (number.size() > 1 && number.front() == QLatin1Char('0'))
        number = number.sliced(1);
    return number;
}

int compareNumbers(QStringView a, QStringView b)
{
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

bool isLoopback(const QString &host)
{
    return host.startsWith(QLatin1String("127.")) || host == QLatin1String("::1");
}

} // namespace

int naturalCompare(QStringView a, QStringView b)
{
    QStringView restA = a;
    QStringView restB = b;
    while (!restA.isEmpty() && !restB.isEmpty()) {
        int order = 0;
        if (restA.front().isDigit() && restB.front().isDigit()) {
            order = compareNumbers(takeNumber(restA), takeNumber(restB));
        } else {
            if (restA.front() != restB.front())
                order = restA.first(1).compare(restB.first(1), Qt::CaseInsensitive);
            restA = restA.sliced(1);
            restB = restB.sliced(1);
        }
        if (order != 0)
            return order;
    }
    if (restA.size() != restB.size())
        return restA.isEmpty() ? -1 : 1;
    return a.compare(b); // "a1" and "a01" are two names
}

QString topicLabel(const QString &topicId)
{
    return QString::fromUtf8(topic::displayName(topicId.toUtf8()));
}

QString experimentOf(const QString &topicLabel)
{
    const auto isEnd = [](QChar c) { return c == QLatin1Char('-') || c == QLatin1Char('/'); };
    const auto end = std::find_if(topicLabel.begin(), topicLabel.end(), isEnd);
    return end == topicLabel.begin() ? topicLabel : topicLabel.first(end - topicLabel.begin());
}

QString familyOf(const QString &experiment)
{
    qsizetype length = experiment.size();
    while (length > 0 && experiment[length - 1].isDigit())
        --length;
    return length == 0 ? experiment : experiment.first(length);
}

QString hostOf(const QString &address)
{
    if (address.startsWith(QLatin1Char('['))) {
        const qsizetype end = address.indexOf(QLatin1Char(']'));
        return end < 0 ? address : address.mid(1, end - 1);
    }
    // More than one colon: an IPv6 address that stands without brackets, and so without a port.
    return address.count(QLatin1Char(':')) == 1 ? address.section(QLatin1Char(':'), 0, 0) : address;
}

QString peerLabel(const QString &address)
{
    return format::peer(address);
}

QString networkOf(const QString &address)
{
    const QString host = hostOf(address);
    if (isLoopback(host))
        return {};
    const QStringList bytes = host.split(QLatin1Char('.'));
    if (bytes.size() == 4 && !host.contains(QLatin1Char(':')))
        return bytes[0] + QLatin1Char('.') + bytes[1] + QLatin1Char('.') + bytes[2] + QLatin1String(".0/24");
    const qsizetype shortened = host.indexOf(QLatin1String("::"));
    QStringList groups = host.split(QLatin1Char(':'));
    if (groups.size() < 3)
        return {};
    if (shortened >= 0)
        groups = host.first(shortened).split(QLatin1Char(':'), Qt::SkipEmptyParts);
    if (groups.isEmpty())
        return {};
    return groups.mid(0, 3).join(QLatin1Char(':')) + QLatin1String("::/48");
}

} // namespace relay::gui::graph

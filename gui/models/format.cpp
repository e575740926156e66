// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/format.h"

#include "common/topic/address.h"
#include "gui/models/addresses.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace relay::gui::format {

namespace {

QString twoDigits(qint64 number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

QString hoursOrDays(qint64 minutes)
{
    const qint64 hours = minutes / 60;
    if (hours < 24)
        return QCoreApplication::translate("Format", "%1 h %2", "Duration: hours, minutes in two digits")
            .arg(QString::number(hours), twoDigits(minutes % 60));
    return QCoreApplication::translate("Format", "%1 d %2 h", "Duration: days, hours in two digits")
        .arg(QString::number(hours / 24), twoDigits(hours % 24));
}

} // namespace

QString count(qint64 number)
{
    return QLocale().toString(number);
}

QString mbits(double bytesPerSecond)
{
    const double value = bytesPerSecond * 8 / 1e6;
    if (value > 0 && value < 0.01)
        return QLatin1Char('<') + QLocale().toString(0.01, 'f', 2);
    return QLocale().toString(value, 'f', 2);
}

Quantity rate(double bytesPerSecond)
{
    double value = bytesPerSecond * 8 / 1e6;
    QString unit = QStringLiteral("Mbit/s");
    if (value >= 1000) {
        value /= 1000;
        unit = QStringLiteral("Gbit/s");
    }
    if (value <= 0)
        return { QStringLiteral("0"), unit };
    if (value < 0.01)
        return { QLatin1Char('<') + QLocale().toString(0.01, 'f', 2), unit };
    return { QLocale().toString(value, 'f', value < 100 ? 2 : 1), unit };
}

QString perSecond(double number)
{
    if (number > 0 && number < 1)
        return QStringLiteral("<1");
    return count(qRound64(number));
}

QString bytes(quint64 bytes)
{
    constexpr double kKib = 1024;
    const double value = static_cast<double>(bytes);
    if (bytes == 0)
        return QStringLiteral("0");
    if (value < kKib)
        return QStringLiteral("<1 KiB");
    if (value < 1000 * kKib)
        return count(qRound64(value / kKib)) + QStringLiteral(" KiB");
    if (value < 1000 * kKib * kKib)
        return QLocale().toString(value / kKib / kKib, 'f', 1) + QStringLiteral(" MiB");
    return QLocale().toString(value / kKib / kKib / kKib, 'f', 1) + QStringLiteral(" GiB");
}

QString age(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms / 1000);
    if (seconds < 60)
        return QCoreApplication::translate("Format", "%1 s", "Duration in seconds").arg(seconds);
    if (seconds < 3600)
        return QCoreApplication::translate("Format", "%1 min", "Duration in minutes").arg(seconds / 60);
    return hoursOrDays(seconds / 60);
}

QString remaining(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms / 1000);
    if (seconds < 3600)
        return twoDigits(seconds / 60) + QLatin1Char(':') + twoDigits(seconds % 60);
    return hoursOrDays(seconds / 60);
}

QString seconds(qint64 ms)
{
    return ms < 60'000 ? QLocale().toString(static_cast<double>(std::max<qint64>(0, ms)) / 1000, 'f', 1) : age(ms);
}

QString clock(qint64 msSinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch).toString(QStringLiteral("HH:mm:ss"));
}

QString dateTime(qint64 msSinceEpoch)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(msSinceEpoch), QLocale::ShortFormat);
}

QString missing()
{
    return QStringLiteral("\u2013");
}

QString never()
{
    return QCoreApplication::translate("Format", "none", "When a token ends: never");
}

QString role(const QString &role)
{
    if (role == QLatin1String("publisher"))
        return QCoreApplication::translate("Format", "Publisher", "Role of a connection: it sends to the topic");
    if (role == QLatin1String("subscriber"))
        return QCoreApplication::translate("Format", "Subscriber", "Role of a connection: it reads the topic");
    if (role == QLatin1String("both"))
        return QCoreApplication::translate("Format", "Both", "Role of a connection: it sends and reads");
    if (role == QLatin1String("host"))
        return QCoreApplication::translate("Format", "Host", "Role of a connection: it offers a shell");
    if (role == QLatin1String("client"))
        return QCoreApplication::translate("Format", "Client", "Role of a connection: it uses a shell");
    return role;
}

QString kindIcon(const QString &kind)
{
    if (kind == QLatin1String("video"))
        return QStringLiteral("video");
    return kind == QLatin1String("stream") ? QStringLiteral("shell") : QStringLiteral("data");
}

QString topic(const QString &id)
{
    return QString::fromUtf8(relay::topic::displayName(id.toUtf8()));
}

QString host(const QString &address)
{
    const qsizetype colon = address.lastIndexOf(QLatin1Char(':'));
    // An address of the sixth version has colons of its own; with a port it stands in brackets.
    const bool hasPort
        = colon > 0 && (address.count(QLatin1Char(':')) == 1 || address.at(colon - 1) == QLatin1Char(']'));
    const QString host = hasPort ? address.left(colon) : address;
    return host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')) ? host.mid(1).chopped(1) : host;
}

QString peer(const QString &address)
{
    // On one machine all have the same address: there the port tells them apart.
    const bool isThisMachine
        = address.startsWith(QLatin1String("127.0.0.1:")) || address.startsWith(QLatin1String("[::1]"));
    return addresses::shown(isThisMachine ? address : host(address));
}

QString isolated(const QString &text)
{
    return QChar(0x2066) + text + QChar(0x2069);
}

QString together(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

QString unmarked(QString text)
{
    for (const char16_t mark : { u'\u2066', u'\u2068', u'\u2069' })
        text.remove(QChar(mark));
    return text;
}

QString enumeration(const QStringList &parts)
{
    const QString comma = QCoreApplication::translate("Format", ",", "Between the parts of an enumeration");
    return parts.join(QString(comma + QLatin1Char(' ')));
}

} // namespace relay::gui::format

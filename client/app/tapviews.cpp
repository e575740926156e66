// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/tapviews.h"

#include "common/format/escape.h"
#include "common/format/quantity.h"

#include <QDateTime>
#include <QJsonDocument>

namespace relay::client {

namespace {

constexpr qsizetype kHead = 8; // bytes of each packet that a tap keeps

QString hex(uint value, int digits)
{
    return QStringLiteral("%1").arg(value, digits, 16, QLatin1Char('0'));
}

QString indented(const QString &lines)
{
    QString text;
    const QStringList all = lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : all)
        text += QStringLiteral("  ") + line + QLatin1Char('\n');
    return text;
}

QString asText(const TapMessage &message)
{
    QString text = format::escaped(QString::fromUtf8(message.preview));
    if (message.preview.size() < message.size)
        text += QStringLiteral(" ...");
    return indented(text);
}

//! In lines of its own where it is whole and makes sense, else as it is.
QString asJson(const TapMessage &message)
{
    const QJsonDocument document = QJsonDocument::fromJson(message.preview);
    if (document.isNull())
        return asText(message);
    QString text;
    const QStringList lines = QString::fromUtf8(document.toJson()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines)
        text += format::escaped(line) + QLatin1Char('\n');
    return indented(text);
}

//! One packet's head, ISO/IEC 13818-1, 2.4.3.2.
QString packetLine(const QByteArray &head)
{
    const auto byte = [&](int at) { return uint(uchar(head.at(at))); };
    QString text
        = QStringLiteral("pid 0x%1  counter %2").arg(hex((byte(1) & 0x1f) << 8 | byte(2), 4)).arg(byte(3) & 0x0f, 2);
    const auto add = [&text](bool is, const char *word) {
        if (is)
            text += QStringLiteral("  ") + QLatin1String(word);
    };
    add(byte(1) & 0x80, "error");
    add(byte(1) & 0x40, "start");
    add(byte(3) & 0xc0, "scrambled");
    add(!(byte(3) & 0x10), "no payload");
    const bool hasField = (byte(3) & 0x20) && byte(4) > 0;
    add(hasField && (byte(5) & 0x80), "discontinuity");
    add(hasField && (byte(5) & 0x40), "random access");
    add(hasField && (byte(5) & 0x10), "pcr");
    return text;
}

} // namespace

TapForm tapFormOf(const QString &name)
{
    if (name == u"hex")
        return TapForm::Hex;
    if (name == u"text")
        return TapForm::Text;
    if (name == u"json")
        return TapForm::Json;
    return name == u"mpegts" ? TapForm::Mpegts : TapForm::Auto;
}

QString hexDump(const QByteArray &bytes)
{
    constexpr qsizetype kPerLine = 16;
    QString text;
    for (qsizetype at = 0; at < bytes.size(); at += kPerLine) {
        const QByteArray line = bytes.mid(at, kPerLine);
        QString shown;
        for (const char c : line)
            shown += QLatin1Char(c >= 0x20 && c < 0x7f ? c : '.');
        const QString digits = QString::fromLatin1(line.toHex(' ')).leftJustified(int(kPerLine) * 3 - 1);
        text += hex(uint(at), 4) + QStringLiteral("  ") + digits + QStringLiteral("  ") + shown + QLatin1Char('\n');
    }
    return text;
}

QString packetLines(const QByteArray &heads)
{
    QString text;
    for (qsizetype at = 0; at + kHead <= heads.size(); at += kHead)
        text += packetLine(heads.mid(at, kHead)) + QLatin1Char('\n');
    return text;
}

QString tapText(const TapMessage &message, TapForm form)
{
    QString head
        = QStringLiteral("%1  %2 %3  %4  %5")
              .arg(QDateTime::fromMSecsSinceEpoch(message.at).toString(QStringLiteral("HH:mm:ss.zzz")),
                   message.isIn ? QStringLiteral("from") : QStringLiteral("to"))
              .arg(message.connection)
              .arg(message.isText ? QStringLiteral("text") : QStringLiteral("binary"), format::bytes(message.size));
    if (message.lost > 0)
        head += QStringLiteral("  (%1 before it were not seen)").arg(format::count(message.lost));
    head += QLatin1Char('\n');
    if (message.isMpegts)
        return head + indented(packetLines(message.preview));
    switch (form) {
    case TapForm::Text: return head + asText(message);
    case TapForm::Json: return head + asJson(message);
    case TapForm::Hex: return head + indented(hexDump(message.preview));
    case TapForm::Auto:
    case TapForm::Mpegts: break;
    }
    return head + (message.isText ? asText(message) : indented(hexDump(message.preview)));
}

QJsonObject tapObject(const TapMessage &message)
{
    QJsonObject object { { QStringLiteral("n"), qint64(message.n) },
                         { QStringLiteral("at"), message.at },
                         { QStringLiteral("conn"), qint64(message.connection) },
                         { QStringLiteral("dir"), message.isIn ? QStringLiteral("in") : QStringLiteral("out") },
                         { QStringLiteral("size"), message.size },
                         { QStringLiteral("kind"), message.isText ? QStringLiteral("text") : QStringLiteral("binary") },
                         { QStringLiteral("preview"), QString::fromLatin1(message.preview.toBase64()) },
                         { QStringLiteral("lost"), qint64(message.lost) } };
    if (message.isMpegts)
        object.insert(QStringLiteral("form"), QStringLiteral("mpegts"));
    return object;
}

} // namespace relay::client

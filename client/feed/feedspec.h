// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <variant>

//! Instruments as feeds of relay host.
namespace relay::client::feed {

//! How what an instrument says becomes messages.
struct Framing
{
    enum class LineEnd {
        Newline,               //!< or a carriage return and a newline; a newline is sent
        CarriageReturnNewline, //!< the same, but both are sent
        CarriageReturn,
    };

    bool isRaw = false;                   //!< pieces that a lull ends; else lines
    std::chrono::milliseconds lull { 5 }; //!< of raw pieces
    LineEnd lineEnd = LineEnd::Newline;   //!< of lines

    friend bool operator==(const Framing &, const Framing &) = default;
};

struct TcpEnd
{
    QString host; //!< a name or an address, an IPv6 address without brackets
    quint16 port = 0;

    friend bool operator==(const TcpEnd &, const TcpEnd &) = default;
};

struct SerialEnd
{
    enum class Parity { None, Even, Odd };
    enum class Flow { None, Hardware, Software };

    QString device; //!< "/dev/ttyUSB0"
    qint32 baud = 0;
    int dataBits = 8; //!< 5 to 8
    Parity parity = Parity::None;
    int stopBits = 1; //!< 1 or 2
    Flow flow = Flow::None;

    friend bool operator==(const SerialEnd &, const SerialEnd &) = default;
};

struct FeedSpec
{
    QString feed;
    std::variant<TcpEnd, SerialEnd> end;
    Framing framing;
};

/*!
 * NAME=tcp:HOST:PORT[,FRAMING] or NAME=serial:DEVICE,SPEED[,8N1][,rtscts|,xonxoff][,FRAMING], where FRAMING is crlf, cr,
 * raw, or raw with a time such as raw=20ms. What is wrong comes as "must ...", to be read behind the text. Pure.
 */
[[nodiscard]] std::variant<FeedSpec, QString> parseFeed(const QString &text);
//! The same for option tables: empty when nothing is wrong.
[[nodiscard]] QString faultOfFeed(const QString &text);

} // namespace relay::client::feed

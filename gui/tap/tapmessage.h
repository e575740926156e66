// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

//! What a tap is of and what came through it, as plain values. Times are ms since the epoch by the server's clock.
namespace relay::gui::tap {

//! What to look at: the messages of one connection, or all of a topic.
struct Target
{
    quint64 connection = 0; //!< 0: the topic
    QString topic;          //!< "/out/demo"; of the connection as well
    QString kind;           //!< video, data
    QString peer = {};      //!< address of the connection, for people
    QString direction = {}; //!< in, out, both; as the relay sees it. Empty: in for a topic

    [[nodiscard]] bool isSame(const Target &other) const
    {
        return connection == other.connection && topic == other.topic;
    }
    friend bool operator==(const Target &, const Target &) = default;
};

enum class Form {
    Bytes,  //!< the first bytes of each message
    MpegTs, //!< the first 8 bytes of each packet of a message of whole packets
};

struct Message
{
    quint64 n = 0;
    qint64 at = 0;
    quint64 connection = 0;
    qint64 size = 0;  //!< bytes of the whole message
    quint64 lost = 0; //!< messages that the tap missed just before this one
    QByteArray preview;
    Form form = Form::Bytes;
    bool isIn = false; //!< to the relay
    bool isText = false;
    bool isKey = false; //!< a key frame begins in it

    [[nodiscard]] bool isWhole() const { return form == Form::Bytes && preview.size() >= size; }
};

inline constexpr int kPreviewBytes = 4096; //!< what a relay shows of a message at most
inline constexpr int kMaxMessages = 500;   //!< after so many a tap ends by itself
inline constexpr int kMaxSeconds = 300;

} // namespace relay::gui::tap

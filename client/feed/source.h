// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed/feedspec.h"
#include "common/ws/protocol.h"

#include <QObject>

#include <memory>

namespace relay::client::feed {

struct SourceStatus
{
    enum class State { Stopped, Opening, Open, Waiting };
    State state = State::Stopped;
    QString text = {};                    //!< for people: what it is connected to, or what failed
    std::chrono::milliseconds wait { 0 }; //!< before the next try
    quint64 opened = 0;                   //!< times that the instrument was there
    quint64 messagesFrom = 0;             //!< the instrument, and their bytes
    quint64 bytesFrom = 0;
    quint64 messagesTo = 0; //!< the instrument, and their bytes without an end that was added
    quint64 bytesTo = 0;
    quint64 droppedTo = 0; //!< messages: it was not there, or read too slowly
    quint64 cutLines = 0;  //!< lines that were too long
};

/*!
 * An instrument at the end of a feed: what it says comes out as messages, what is written goes to it. It is waited for,
 * and found again, for ever. One thread.
 */
class Source : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void stop() = 0; //!< at once; what it has not read yet is gone
    //! Never waits: what finds no room is dropped and counted.
    virtual void write(ws::Opcode opcode, QByteArrayView payload) = 0;
    [[nodiscard]] virtual SourceStatus status() const = 0;

Q_SIGNALS:
    void message(relay::ws::Opcode opcode, const QByteArray &payload);
    void statusChanged(); //!< the state or the text
};

[[nodiscard]] std::unique_ptr<Source> makeSource(const FeedSpec &spec);

} // namespace relay::client::feed

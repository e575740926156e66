// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QtGlobal>

//! What the admin socket tells, as plain values. Times are ms since the epoch by the server's clock; 0: never.
namespace relay::client {

//! One connection: its facts and its latest numbers.
struct Connection
{
    quint64 id = 0;
    QString topic;     //!< "/out/demo"
    QString path;      //!< "/in/demo"
    QString role;      //!< publisher, subscriber, both, host, client
    QString kind;      //!< video, data, stream
    QString transport; //!< ws, wss, http
    QString address;
    QString userAgent;
    QString bookingId;
    QStringList scopes;
    qint64 openedAt = 0;
    qint64 expiresAt = 0;

    quint64 inMessages = 0;
    quint64 inBytes = 0;
    quint64 outMessages = 0;
    quint64 outBytes = 0;
    double inRate = 0;  //!< bytes/s
    double outRate = 0; //!< bytes/s
    quint64 dropped = 0;
    quint64 queuedBytes = 0;
    qint64 queuedMs = 0;
    qint64 rttMs = -1; //!< -1: not known
    qint64 lastInAt = 0;
    qint64 lastOutAt = 0;
};

struct Topic
{
    QString id; //!< "/out/demo"
    QString kind;
    int publishers = 0;
    int subscribers = 0;
    double inRate = 0;  //!< bytes/s
    double outRate = 0; //!< bytes/s
    quint64 inMessages = 0;
    quint64 outMessages = 0;
    quint64 dropped = 0;
    int slowReaders = 0;
};

struct Totals
{
    int connections = 0;
    int topics = 0;
    quint64 inMessages = 0;
    quint64 inBytes = 0;
    quint64 outMessages = 0;
    quint64 outBytes = 0;
    double inRate = 0;  //!< bytes/s
    double outRate = 0; //!< bytes/s
    quint64 dropped = 0;
    qint64 uptimeMs = 0;
    double loopLagMs = 0;
    qint64 rttP95Ms = -1; //!< round trip that 95 % do not exceed; -1: not known
};

//! The greeting of a server.
struct ServerHello
{
    QString name;
    QString version;
    QString epoch;
    qint64 startedAt = 0;
    qint64 pid = 0;
    QString user;         //!< who we are to the server
    QString role;         //!< viewer, tap, operator, admin
    QString mode;         //!< open, secured; empty: it does not say
    QStringList features; //!< what it can beside the first methods: "jobs", "taps", "undo", "hold", "drain", ...
    int maxTaps = 0;      //!< that may be open at once, of all operators; 0: none
};

} // namespace relay::client

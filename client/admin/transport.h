// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

namespace relay::client {

/*!
 * The byte stream below an AdminClient: a local socket in programs, a fake in tests. One thread. After open() exactly
 * one of opened() and closed() comes, never from inside open(); after opened(), bytes and at last one closed().
 */
class Transport : public QObject
{
    Q_OBJECT
public:
    enum class Failure {
        None,      //!< the other side ended it
        Absent,    //!< no such socket
        Dead,      //!< a socket that nobody listens on
        Forbidden, //!< the file system keeps us out
        Told,      //!< the detail says all of it, in whole sentences
        Other,
    };
    Q_ENUM(Failure)

    using QObject::QObject;
    virtual void open(const QString &path) = 0;
    virtual void send(const QByteArray &bytes) = 0;
    //! Ends at once and silently: no closed() follows.
    virtual void abort() = 0;

Q_SIGNALS:
    void opened();
    void received(const QByteArray &bytes);
    void closed(relay::client::Transport::Failure failure, const QString &detail);
};

} // namespace relay::client

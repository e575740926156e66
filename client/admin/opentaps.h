// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/tablestream.h"

namespace relay::client {

//! A tap that is open on the relay, whoever opened it.
struct OpenTap
{
    quint64 id = 0;
    QString user;
    qint64 uid = 0;
    QString target;    //!< "topic /out/demo", "connection 12"
    QString direction; //!< in, out, both
    qint64 openedAt = 0;
    qint64 endsAt = 0; //!< at the latest
    quint64 messages = 0;
};

//! All taps that are open on one relayd, kept up to date while the client is connected, else none. One thread.
class OpenTaps : public QObject
{
    Q_OBJECT
public:
    explicit OpenTaps(AdminClient &client, QObject *parent = nullptr);

    [[nodiscard]] const QMap<quint64, OpenTap> &taps() const { return m_taps; }

Q_SIGNALS:
    void changed();

private:
    void take();
    void forget();

    TableStream m_stream;
    QMap<quint64, OpenTap> m_taps;
};

} // namespace relay::client

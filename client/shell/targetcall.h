// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/shell/nearend.h"
#include "client/shell/place.h"

#include <QTcpSocket>
#include <QTimer>

namespace relay::client::shell {

//! Connects to a target of this host, once: each address of its name in turn. One thread.
class TargetCall : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kTimeout { 10'000 }; //!< for all of them

    TargetCall(Place place, QObject *parent = nullptr);
    ~TargetCall() override;

    void start();
    [[nodiscard]] std::unique_ptr<NearEnd> takeNear(); //!< once, from the slot of connected()

Q_SIGNALS:
    void connected();
    void failed(const QString &sentence);

private:
    void fail(const QString &why);

    Place m_place;
    QTcpSocket m_socket;
    QTimer m_deadline;
    bool m_isDone = false;
};

} // namespace relay::client::shell

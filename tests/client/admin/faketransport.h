// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/transport.h"
#include "common/admin/message.h"

#include <QPointer>
#include <QVector>

namespace relay::tests {

//! A byte stream that the test holds in its hands.
class FakeTransport : public client::Transport
{
    Q_OBJECT
public:
    void open(const QString &path) override { paths << path; }
    void send(const QByteArray &bytes) override { sent << bytes; }
    void abort() override { ++aborts; }

    void say(const QByteArray &line) { Q_EMIT received(line + '\n'); }
    void greet(const char *protocol = "relay-admin/1")
    {
        say(QByteArray("{\"method\":\"hello\",\"params\":{\"protocol\":[\"") + protocol
            + "\"],\"server\":{\"name\":\"relayd\",\"version\":\"9\",\"epoch\":\"e\",\"startedAt\":5,\"pid\":77},"
              "\"auth\":{\"uid\":3,\"user\":\"ann\",\"role\":\"operator\"}}}");
    }
    //! What was asked in call number n.
    [[nodiscard]] admin::Request request(int n) const
    {
        return std::get<admin::Request>(admin::parseRequest(sent.at(n)));
    }
    void answer(int n, const QByteArray &result) { Q_EMIT received(admin::resultLine(request(n).id, result)); }

    QStringList paths;
    QVector<QByteArray> sent;
    int aborts = 0;
};

} // namespace relay::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/denydesk.h"
#include "server/admin/kicker.h"
#include "server/admin/requestmemory.h"
#include "server/admin/session.h"
#include "tests/server/stats/reports.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

//! A session without a socket, over a ledger that the test writes.
namespace relay::tests {

//! Workers that answer when the test says so.
class FakeControl : public stats::Control
{
public:
    struct Order
    {
        int worker;
        stats::ConnectionId id;
        std::uint16_t code;
        QByteArray reason;
        std::function<void(bool)> done;
    };
    void close(int worker, stats::ConnectionId id, std::uint16_t code, QByteArray reason,
               std::function<void(bool)> done) override
    {
        orders.push_back({ worker, id, code, std::move(reason), std::move(done) });
    }
    void send(int, stats::ConnectionId, std::vector<QByteArray>) override { }
    void setWatched(bool isWatched) override { watched.push_back(isWatched); }
    void setTaps(std::vector<stats::TapSpec> specs) override { taps = std::move(specs); }
    void collectTaps(std::function<void(std::vector<stats::TapRecord>)> taken) override
    {
        taken(std::exchange(tapped, {}));
    }

    std::vector<Order> orders;
    std::vector<bool> watched;
    std::vector<stats::TapSpec> taps;
    std::vector<stats::TapRecord> tapped; //!< what the workers have seen
};

//! Keeps the lines; `pending` is set by hand unless it drains by itself.
class FakeWire : public admin::Wire
{
public:
    void write(const QByteArray &line) override
    {
        lines << line;
        if (!drains)
            pending += line.size();
    }
    [[nodiscard]] qint64 pendingBytes() const override { return pending; }
    void close() override { isClosed = true; }

    [[nodiscard]] QJsonObject take()
    {
        return lines.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(lines.takeFirst()).object();
    }

    QList<QByteArray> lines;
    qint64 pending = 0;
    bool drains = true;
    bool isClosed = false;
};

//! Everything around one session.
struct Bench
{
    Bench()
        : ledger([this] { return now.steady; })
    {
        info.version = QStringLiteral("1.2.3");
        info.epoch = QStringLiteral("e1");
        info.pid = 42;
        shared.jobs = &jobs;
        shared.denials = &bookings;
        shared.taps = &taps;
        shared.drain = &drain;
    }

    admin::Identity identity(admin::Role role) const
    {
        admin::PeerCredentials credentials;
        credentials.uid = 1000;
        return { credentials, QStringLiteral("ann"), role };
    }
    void start(admin::Role role = admin::Role::Admin)
    {
        session = std::make_unique<admin::Session>(shared, wire, identity(role), now);
    }
    //! Past hello and session.open.
    void open(admin::Role role = admin::Role::Admin)
    {
        start(role);
        say("{\"id\":0,\"method\":\"session.open\",\"params\":{\"protocol\":\"relay-admin/1\"}}");
        wire.lines.clear();
    }
    //! As relayd is with a secret.
    void secure()
    {
        info.isOpen = false;
        info.audience = QStringLiteral("https://relay.example.org/access");
        shared.bookings = &bookings;
    }
    void letTheDiskWork()
    {
        for (const auto &work : std::exchange(diskWork, {}))
            work();
        QCoreApplication::processEvents(); // the way home
    }
    void say(QByteArray line) { session->receive(line.append('\n'), now); }
    void advance(std::int64_t milliseconds)
    {
        now.steady += milliseconds;
        now.wall += milliseconds;
        session->advance(now);
    }
    //! The result of a call, or {"error": class}; nothing when there is no answer yet.
    QJsonObject ask(const QByteArray &method, const QByteArray &params = "{}")
    {
        say("{\"id\":7,\"method\":\"" + method + "\",\"params\":" + params + "}");
        letTheDiskWork();
        while (!wire.lines.isEmpty()) {
            const QJsonObject answer = wire.take();
            if (answer.value(QLatin1String("id")).toInt(-1) != 7)
                continue;
            if (!answer.contains(QLatin1String("error")))
                return answer.value(QLatin1String("result")).toObject();
            const QJsonObject data
                = answer.value(QLatin1String("error")).toObject().value(QLatin1String("data")).toObject();
            return { { QStringLiteral("error"), data.value(QLatin1String("class")) } };
        }
        return {};
    }
    QString errorOf(const QByteArray &method, const QByteArray &params = "{}")
    {
        return ask(method, params).value(QLatin1String("error")).toString();
    }

    admin::Session::Moment now { 1000, 1'700'000'000'000 };
    stats::Ledger ledger;
    FakeControl control;
    admin::ServerInfo info;
    admin::Kicker kicker { ledger, control };
    admin::Jobs jobs { kicker };
    admin::TapDesk taps { ledger, control, { { "*" } } };
    std::vector<bool> drainOrders; //!< whether newcomers are refused
    int ends = 0;                  //!< how often relayd was told to end
    admin::Drain drain {
        ledger, jobs, { [this](bool isDraining) { drainOrders.push_back(isDraining); }, [this] { ++ends; } }, {}
    };
    admin::RequestMemory requests;
    admin::Chronicle chronicle { ledger, [this] { return now; } };
    access::Access access { {}, {}, [this] { return now.wall; } };
    std::vector<std::function<void()>> diskWork; //!< what waits for the disk
    admin::DenyDesk bookings { access, [this](std::function<void()> work) { diskWork.push_back(std::move(work)); } };
    admin::Shared shared { ledger, info, kicker, requests, chronicle };
    FakeWire wire;
    std::unique_ptr<admin::Session> session;
};

} // namespace relay::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/monitor/alarmrule.h"
#include "client/session/session.h"
#include "common/config/settings.h"
#include "common/log/log.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <optional>
#include <variant>

namespace relay::client::monitor {

//! Where the figures are to be had.
struct MetricsAddress
{
    QString host; //!< an address in numbers
    quint16 port = 0;

    friend bool operator==(const MetricsAddress &, const MetricsAddress &) = default;
};

//! What is said of a monitor in metrics and to a command.
struct Identity
{
    QString node;
    QString audience; //!< without query, which may hold a code
    QString topic;
};

struct MonitorOptions
{
    session::Target target;
    session::SessionOptions session;
    Identity identity;
    Time threshold { 0 };
    Time interval { 0 };
    Time lostAfter { 0 };
    Time reconnectEvery { 0 };
    int missesForAlarm = 1;
    Time noRetriggerWithin { 0 };
    qint64 count = 0;    //!< messages to send, then end; 0: no end
    QStringList command; //!< program and arguments; empty: none
    std::optional<MetricsAddress> metrics;
    bool isJson = false;
    bool isQuiet = false;
    log::Level logLevel = log::Level::Warn;
    log::Form logForm = log::Form::Text;
    QString logFile;
    QStringList warnings; //!< for the log
};

//! Reads words and environment. Exit for --help and for what is wrong or missing.
[[nodiscard]] std::variant<MonitorOptions, config::Exit> readMonitorOptions(const QStringList &words,
                                                                            const QProcessEnvironment &environment);

//! "127.0.0.1:9106", "[::1]:9106", "localhost:9106"; ":9106" is loopback. Nothing when it is none of them.
[[nodiscard]] std::optional<MetricsAddress> parseMetricsAddress(const QString &text);

//! Audience and topic in the address of a websocket or a session's access point: what stands before and behind the
//! last /session/, or before and in the path.
[[nodiscard]] Identity identityOf(const QUrl &url);

} // namespace relay::client::monitor

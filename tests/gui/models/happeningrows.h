// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVector>

//! Each code of relayd's events with data as it has it, and the window's sentence.
namespace relay::tests {

struct Row
{
    const char *code;
    QByteArray data;
    const char *english;
};

inline const QByteArray kReader = R"("connection":7,"topic":"/out/demo","count":1)";
inline const QByteArray kOrder
    = R"("user":"ann","reason":"","target":"connection 7","targetKind":"connection","targetName":"7")";
inline const QByteArray kJob
    = R"("job":3,"user":"ann","target":"x","targetKind":"booking","targetName":"b1","done":5,"total":6,"gone":1)";
inline const QByteArray kAlert = R"("alert":"a","threshold":200,"metric":"rttP95Ms","isBelow":false,"value":241.6)";
inline const QByteArray kTap = R"("tap":1,"user":"ann","topic":"/out/demo","messages":2)";

inline const QVector<Row> kRows {
    { "started", R"("name":"relayd","version":"0.1.0","pid":47110)", "relayd 0.1.0 was started, process 47110" },
    { "topic-opened", R"("topic":"/out/demo","count":1)", "Topic demo opened" },
    { "topic-opened", R"("topic":"/out/demo","count":37)", "37 topics opened" },
    { "topic-closed", R"("topic":"/bi/x","count":1)", "Topic bi/x closed: nobody is on it any more" },
    { "topic-closed", R"("topic":"/bi/x","count":2)", "2 topics closed" },
    { "slow-reader", kReader, "Connection 7 on demo reads too slowly" },
    { "slow-reader", R"("count":12)", "12 connections read too slowly" },
    { "dropping", kReader, "Connection 7 on demo reads too slowly and loses messages" },
    { "dropping", R"("count":12)", "12 connections read too slowly and lose messages" },
    { "recovered", kReader + R"(,"forMs":21000,"dropped":0)", "Connection 7 on demo keeps up again after 21 s" },
    { "recovered", kReader + R"(,"forMs":21000,"dropped":1)",
      "Connection 7 on demo keeps up again after 21 s and 1 lost message" },
    { "recovered", kReader + R"(,"forMs":21000,"dropped":311)",
      "Connection 7 on demo keeps up again after 21 s and 311 lost messages" },
    { "recovered", R"("count":12)", "12 connections keep up again" },
    { "refused", R"("reason":"wrong_topic","count":1)", "1 attempt refused: token of another topic" },
    { "refused", R"("reason":"something_new","count":9)", "9 attempts refused: something new" },
    { "loop-lag", R"("loopLagMs":271,"isLate":true)", "A worker of the relay came 271 ms late" },
    { "loop-lag", R"("loopLagMs":3,"isLate":false)", "The workers of the relay are in time again" },
    { "descriptor-limit", R"("connections":9100,"maxConnections":10000,"isNear":true)",
      "Near the limit of connections: 9,100 of 10,000" },
    { "descriptor-limit", R"("connections":7,"maxConnections":10,"isNear":false)",
      "No longer near the limit of connections: 7 of 10" },
    { "memory-limit", R"("residentBytes":1932735283,"memoryLimit":2147483648,"isNear":true)",
      "Near the limit of memory: 1.8 GiB of 2.0 GiB" },
    { "memory-limit", R"("residentBytes":1024,"memoryLimit":2048,"isNear":false)",
      "No longer near the limit of memory: 1 KiB of 2 KiB" },
    { "certificate", R"("days":13,"isOver":false)", "The TLS certificate ends in 13 days" },
    { "certificate", R"("days":1,"isOver":false)", "The TLS certificate ends in 1 day" },
    { "certificate", R"("days":0,"isOver":false)", "The TLS certificate ends within 24 hours" },
    { "certificate", R"("days":0,"isOver":true)", "The TLS certificate has ended: renew it and reload" },
    { "alert-raised", kAlert + R"(,"isRuleChange":false)", "Round trip, slowest 5 %: 241.6 ms, above 200 ms" },
    { "alert-raised", R"("metric":"certificateDays","isBelow":true,"threshold":14,"value":3,"isRuleChange":false)",
      "Certificate ends in: 3 days, below 14 days" },
    { "alert-cleared", kAlert + R"(,"isRuleChange":false)",
      "Round trip, slowest 5 %: 241.6 ms, no longer above 200 ms" },
    { "alert-cleared", kAlert + R"(,"isRuleChange":true)",
      "Round trip, slowest 5 %: the rule of the alert was changed" },
    { "kick", kOrder + R"(,"action":"connections.kick")", "Kicked by ann: connection 7" },
    { "kick", kJob + R"(,"kind":"kick","state":"done")",
      "Kick by ann (booking b1) is done: 5 of 6 closed, 1 had left before" },
    { "kick", kJob + R"(,"kind":"kick","state":"failed")",
      "Kick by ann (booking b1) has failed: 5 of 6 closed, 1 had left before" },
    { "drain", kJob + R"(,"kind":"drain","state":"cancelled")",
      "Drain by ann was cancelled: 5 of 6 closed, 1 had left before" },
    { "drain", kOrder + R"(,"action":"server.drain","cancel":false)", "Drain ordered by ann" },
    { "drain", kOrder + R"(,"action":"server.drain","cancel":true)", "Drain called off by ann" },
    { "deny", kOrder + R"(,"action":"deny.add")", "Denied by ann: connection 7" },
    { "deny", kOrder + R"(,"action":"deny.remove")", "Taken off the deny list by ann: connection 7" },
    { "deny", kOrder + R"(,"action":"action.undo")", "Order taken back by ann" },
    { "tap", kOrder + R"(,"action":"tap.open")", "Tap opened by ann: connection 7" },
    { "tap", kTap + R"(,"reason":"closed")", "Tap of ann ended after 2 messages, topic demo: it was closed" },
    { "tap", kTap + R"(,"reason":"time","connection":7)",
      "Tap of ann ended after 2 messages, connection 7: its time was over" },
    { "reload", kOrder + R"(,"action":"server.reload")", "Configuration read again, as ann ordered" },
    { "log", R"("user":"ann","reason":"","targetName":"relay.hub","level":"debug","action":"log.level")",
      "Log level set by ann: relay.hub to debug" },
    { "alerts", kOrder + R"(,"action":"alerts.set")", "Thresholds of the alerts set by ann" },
};

} // namespace relay::tests

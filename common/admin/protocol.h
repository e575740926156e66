// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QtGlobal>

#include <array>
#include <chrono>
#include <span>

//! The words and limits of relay-admin/1, shared by relayd and its clients. Described in docs/admin-protocol.md.
namespace relay::admin {

inline constexpr QLatin1String kProtocol("relay-admin/1");

inline constexpr qsizetype kClientLineLimit = 64 * 1024;  //!< bytes of one line from a client, newline included
inline constexpr qsizetype kServerLineLimit = 256 * 1024; //!< bytes of one line from the server, newline included
inline constexpr int kRowsPerMessage = 256;               //!< rows of one snapshot chunk or list page
inline constexpr std::chrono::milliseconds kMinInterval { 250 };
inline constexpr std::chrono::milliseconds kDefaultInterval { 1000 };
inline constexpr std::chrono::milliseconds kOpenDeadline { 5000 }; //!< from connect to session.open
inline constexpr qint64 kMaxInteger = 9007199254740992;            //!< 2^53: what JSON readers keep exactly

namespace method {
inline constexpr QLatin1String kSessionOpen("session.open");
inline constexpr QLatin1String kServerInfo("server.info");
inline constexpr QLatin1String kServerPing("server.ping");
inline constexpr QLatin1String kSchemaGet("schema.get");
inline constexpr QLatin1String kConnectionsList("connections.list");
inline constexpr QLatin1String kConnectionsGet("connections.get");
inline constexpr QLatin1String kConnectionsClosed("connections.closed");
inline constexpr QLatin1String kConnectionsKick("connections.kick");
inline constexpr QLatin1String kDenyList("deny.list");
inline constexpr QLatin1String kDenyAdd("deny.add");
inline constexpr QLatin1String kDenyRemove("deny.remove");
inline constexpr QLatin1String kAllowList("allow.list");
inline constexpr QLatin1String kTopicsList("topics.list");
inline constexpr QLatin1String kTopicsGet("topics.get");
inline constexpr QLatin1String kRoutesGet("routes.get");
inline constexpr QLatin1String kSubscribe("subscribe");
inline constexpr QLatin1String kUnsubscribe("unsubscribe");
inline constexpr QLatin1String kResync("resync");
} // namespace method

namespace notification {
inline constexpr QLatin1String kHello("hello");
inline constexpr QLatin1String kSnapshot("snapshot");
inline constexpr QLatin1String kDelta("delta");
inline constexpr QLatin1String kGoingDown("goingDown");
} // namespace notification

namespace stream {
inline constexpr QLatin1String kConnections("connections");
inline constexpr QLatin1String kConnectionsStats("connections.stats");
inline constexpr QLatin1String kTopics("topics");
inline constexpr QLatin1String kTotals("totals");
} // namespace stream

//! What a peer may do; each includes those before it.
enum class Role { Viewer, Tap, Operator, Admin };
inline constexpr std::array<QLatin1String, 4> kRoleNames { QLatin1String("viewer"), QLatin1String("tap"),
                                                           QLatin1String("operator"), QLatin1String("admin") };

//! The columns of each stream, in the order in which the server sends them unless asked otherwise.
namespace columns {
inline constexpr std::array<QLatin1String, 12> kConnections {
    QLatin1String("id"),        QLatin1String("topic"),     QLatin1String("path"),     QLatin1String("role"),
    QLatin1String("kind"),      QLatin1String("transport"), QLatin1String("address"),  QLatin1String("userAgent"),
    QLatin1String("bookingId"), QLatin1String("scopes"),    QLatin1String("openedAt"), QLatin1String("expiresAt")
};
inline constexpr std::array<QLatin1String, 13> kConnectionsStats {
    QLatin1String("id"),          QLatin1String("inMessages"), QLatin1String("inBytes"), QLatin1String("outMessages"),
    QLatin1String("outBytes"),    QLatin1String("inRate"),     QLatin1String("outRate"), QLatin1String("dropped"),
    QLatin1String("queuedBytes"), QLatin1String("queuedMs"),   QLatin1String("rttMs"),   QLatin1String("lastInAt"),
    QLatin1String("lastOutAt")
};
inline constexpr std::array<QLatin1String, 10> kTopics { QLatin1String("id"),         QLatin1String("kind"),
                                                         QLatin1String("publishers"), QLatin1String("subscribers"),
                                                         QLatin1String("inRate"),     QLatin1String("outRate"),
                                                         QLatin1String("inMessages"), QLatin1String("outMessages"),
                                                         QLatin1String("dropped"),    QLatin1String("slowReaders") };
inline constexpr std::array<QLatin1String, 13> kTotals {
    QLatin1String("id"),      QLatin1String("connections"), QLatin1String("topics"),   QLatin1String("inMessages"),
    QLatin1String("inBytes"), QLatin1String("outMessages"), QLatin1String("outBytes"), QLatin1String("inRate"),
    QLatin1String("outRate"), QLatin1String("dropped"),     QLatin1String("uptimeMs"), QLatin1String("loopLagMs"),
    QLatin1String("rttP95Ms")
};
inline constexpr std::array<QLatin1String, 6> kDenied { QLatin1String("id"),       QLatin1String("until"),
                                                        QLatin1String("deniedAt"), QLatin1String("by"),
                                                        QLatin1String("reason"),   QLatin1String("what") };
inline constexpr std::array<QLatin1String, 2> kAllowed { QLatin1String("id"), QLatin1String("until") };
} // namespace columns

//! The two modes of a relay.
inline constexpr QLatin1String kOpenMode("open");       //!< everybody may connect
inline constexpr QLatin1String kSecuredMode("secured"); //!< tokens are asked for

} // namespace relay::admin

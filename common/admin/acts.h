// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

#include <array>
#include <chrono>

//! The words and limits of what operators do to a relay beside kicks and denials: jobs, taps, undo, drain.
namespace relay::admin {

namespace method {
inline constexpr QLatin1String kJobsList("jobs.list");
inline constexpr QLatin1String kJobCancel("job.cancel");
inline constexpr QLatin1String kActionUndo("action.undo");
inline constexpr QLatin1String kTapOpen("tap.open");
inline constexpr QLatin1String kTapClose("tap.close");
inline constexpr QLatin1String kTapsList("taps.list");
inline constexpr QLatin1String kServerDrain("server.drain");
} // namespace method

namespace notification {
inline constexpr QLatin1String kJob("job");
inline constexpr QLatin1String kTapData("tap.data");
inline constexpr QLatin1String kTapEnd("tap.end");
} // namespace notification

namespace stream {
inline constexpr QLatin1String kJobs("jobs");
inline constexpr QLatin1String kTaps("taps");
} // namespace stream

namespace columns {
inline constexpr std::array<QLatin1String, 11> kJobs {
    QLatin1String("id"),   QLatin1String("kind"),      QLatin1String("by"),     QLatin1String("done"),
    QLatin1String("gone"), QLatin1String("total"),     QLatin1String("state"),  QLatin1String("endsInMs"),
    QLatin1String("text"), QLatin1String("startedAt"), QLatin1String("endedAt")
};
inline constexpr std::array<QLatin1String, 8> kTaps { QLatin1String("id"),        QLatin1String("user"),
                                                      QLatin1String("uid"),       QLatin1String("target"),
                                                      QLatin1String("direction"), QLatin1String("openedAt"),
                                                      QLatin1String("endsAt"),    QLatin1String("messages") };
} // namespace columns

//! A filter that means everybody; an empty one never does.
inline constexpr QLatin1String kEverybody("ALL");

inline constexpr int kMaxKicksPerSecond = 1000;
inline constexpr std::chrono::seconds kLongestHold { 3600 };
inline constexpr std::chrono::seconds kUndoTime { 60 }; //!< after the order
inline constexpr std::chrono::hours kLongestDrain { 24 };

namespace tap {
inline constexpr int kMaxOpen = 8; //!< of all operators
inline constexpr int kMaxOfTopic = 2;
inline constexpr int kMaxPreview = 4096; //!< bytes of one message
inline constexpr int kDefaultPreview = 256;
inline constexpr int kMaxMessages = 100'000;
inline constexpr int kDefaultMessages = 1000;
inline constexpr std::chrono::seconds kLongest { 300 };
inline constexpr std::chrono::seconds kDefaultTime { 60 };
inline constexpr int kMaxSample = 1'000'000; //!< every so manieth message
} // namespace tap

} // namespace relay::admin

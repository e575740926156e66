// SPDX-License-Identifier: GPL-3.0-or-later
// Why clients were refused: the words of server/access/refusal.cpp.
#include "gui/models/dictionary.h"
#include "gui/models/happeningwords.h"

namespace relay::gui::happening {

QString refusalReason(const QString &reason)
{
    static const Dictionary words {
        { QStringLiteral("no_token"), QT_TRANSLATE_NOOP3("RefusalWords", "no token", "Why clients were refused") },
        { QStringLiteral("bad_token"), QT_TRANSLATE_NOOP3("RefusalWords", "invalid token", "Why clients were refused") },
        { QStringLiteral("expired"), QT_TRANSLATE_NOOP3("RefusalWords", "token has ended", "Why clients were refused") },
        { QStringLiteral("not_yet_valid"),
          QT_TRANSLATE_NOOP3("RefusalWords", "token not valid yet", "Why clients were refused") },
        { QStringLiteral("wrong_audience"),
          QT_TRANSLATE_NOOP3("RefusalWords", "token of another relay", "Why clients were refused") },
        { QStringLiteral("missing_claims"),
          QT_TRANSLATE_NOOP3("RefusalWords", "token says too little", "Why clients were refused") },
        { QStringLiteral("wrong_topic"),
          QT_TRANSLATE_NOOP3("RefusalWords", "token of another topic", "Why clients were refused") },
        { QStringLiteral("no_scope"),
          QT_TRANSLATE_NOOP3("RefusalWords", "token does not allow this", "Why clients were refused") },
        { QStringLiteral("no_booking"),
          QT_TRANSLATE_NOOP3("RefusalWords", "token without a booking", "Why clients were refused") },
        { QStringLiteral("denied"),
          QT_TRANSLATE_NOOP3("RefusalWords", "booking is denied", "Why clients were refused") },
        { QStringLiteral("bad_code"),
          QT_TRANSLATE_NOOP3("RefusalWords", "code unknown, used or too old", "Why clients were refused") },
        { QStringLiteral("codes_of_booking"),
          QT_TRANSLATE_NOOP3("RefusalWords", "too many unused codes of one booking", "Why clients were refused") },
        { QStringLiteral("guessing"),
          QT_TRANSLATE_NOOP3("RefusalWords", "too many failures of one address", "Why clients were refused") },
        { QStringLiteral("connections_of_address"),
          QT_TRANSLATE_NOOP3("RefusalWords", "too many connections of one address", "Why clients were refused") },
        { QStringLiteral("connections_of_booking"),
          QT_TRANSLATE_NOOP3("RefusalWords", "too many connections of one booking", "Why clients were refused") },
        { QStringLiteral("sessions_of_token"),
          QT_TRANSLATE_NOOP3("RefusalWords", "too many connections with one token", "Why clients were refused") },
        { QStringLiteral("origin"),
          QT_TRANSLATE_NOOP3("RefusalWords", "page of another origin", "Why clients were refused") },
        { QStringLiteral("rate"),
          QT_TRANSLATE_NOOP3("RefusalWords", "too many handshakes at once", "Why clients were refused") },
        { QStringLiteral("undecided"),
          QT_TRANSLATE_NOOP3("RefusalWords", "too many silent connections of one address", "Why clients were refused") },
        { QStringLiteral("crowded"),
          QT_TRANSLATE_NOOP3("RefusalWords", "silent connection gave way to others", "Why clients were refused") },
        { QStringLiteral("no_room"),
          QT_TRANSLATE_NOOP3("RefusalWords", "no room for one more connection", "Why clients were refused") },
        { QStringLiteral("not_ready"),
          QT_TRANSLATE_NOOP3("RefusalWords", "relay not ready", "Why clients were refused") },
        { QStringLiteral("no_host"),
          QT_TRANSLATE_NOOP3("RefusalWords", "host of the shell not there", "Why clients were refused") },
        { QStringLiteral("head_late"),
          QT_TRANSLATE_NOOP3("RefusalWords", "request came too slowly", "Why clients were refused") },
        { QStringLiteral("head_too_large"),
          QT_TRANSLATE_NOOP3("RefusalWords", "head of the request too large", "Why clients were refused") },
        { QStringLiteral("body_too_large"),
          QT_TRANSLATE_NOOP3("RefusalWords", "body of the request too large", "Why clients were refused") },
        { QStringLiteral("bad_request"),
          QT_TRANSLATE_NOOP3("RefusalWords", "malformed request", "Why clients were refused") },
        { QStringLiteral("media_type"),
          QT_TRANSLATE_NOOP3("RefusalWords", "other media type", "Why clients were refused") },
        { QStringLiteral("not_found"),
          QT_TRANSLATE_NOOP3("RefusalWords", "nothing at this path", "Why clients were refused") },
        { QStringLiteral("wrong_method"),
          QT_TRANSLATE_NOOP3("RefusalWords", "other method", "Why clients were refused") },
        { QStringLiteral("not_written"),
          QT_TRANSLATE_NOOP3("RefusalWords", "not written to disk", "Why clients were refused") },
        { QStringLiteral("ended"), QT_TRANSLATE_NOOP3("RefusalWords", "stream was ended", "Why clients were refused") },
        { QStringLiteral("address_denied"),
          QT_TRANSLATE_NOOP3("RefusalWords", "address is denied", "Why clients were refused") },
        { QStringLiteral("subject_denied"),
          QT_TRANSLATE_NOOP3("RefusalWords", "subject is denied", "Why clients were refused") },
        { QStringLiteral("held"),
          QT_TRANSLATE_NOOP3("RefusalWords", "kicked a moment ago", "Why clients were refused") },
        { QStringLiteral("draining"),
          QT_TRANSLATE_NOOP3("RefusalWords", "relay is being drained", "Why clients were refused") },
    };
    const auto known = words.contains(reason);
    // A newer relayd has others; they are words with underscores.
    return known ? lookUp(words, "RefusalWords", reason) : QString(reason).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace relay::gui::happening

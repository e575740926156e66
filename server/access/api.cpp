// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/api.h"

#include "common/topic/address.h"
#include "common/topic/percent.h"
#include "server/access/apianswers.h"
#include "server/access/apirequest.h"
#include "server/access/tokencheck.h"
#include "server/loop/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QStringBuilder>

namespace relay::access {

namespace {

Q_LOGGING_CATEGORY(lcAudit, "relay.audit")

constexpr QByteArrayView kSession = "/session/";
constexpr QByteArrayView kChallenge = "WWW-Authenticate: Bearer\r\n";

Answer unauthorised(const QString &message)
{
    return frameError(401, message, kChallenge.toByteArray());
}

QByteArray bookingList(const std::vector<Booking> &bookings)
{
    QJsonArray ids;
    for (const Booking &booking : bookings)
        ids.append(booking.id);
    return R"({"booking_ids":)" + QJsonDocument(ids).toJson(QJsonDocument::Compact) + '}';
}

} // namespace

//! One request on its way through a call, with what has been found out about it.
struct Api::Call
{
    const http::RequestHead &head;
    const Caller &caller;
    const Credentials &credentials;
    token::Claims claims = {};
};

Api::Api(Access &access, Credentials credentials)
    : m_access(access)
    , m_credentials(std::move(credentials))
{
}

void Api::setCredentials(Credentials credentials)
{
    const std::lock_guard lock(m_mutex);
    m_credentials = std::move(credentials);
}

Credentials Api::credentials() const
{
    const std::lock_guard lock(m_mutex);
    return m_credentials;
}

bool Api::serves(QByteArrayView path)
{
    return path.startsWith(kSession) || path == "/session" || path == "/status" || path == "/bids"
        || path.startsWith("/bids/");
}

std::optional<Answer> Api::admit(Call &call)
{
    auto result = verified(call.head, call.credentials, loop::wallMs());
    if (const auto *rejected = std::get_if<Rejected>(&result)) {
        warnOfClock(rejected->aheadSeconds);
        qCDebug(lcAudit).noquote() << "refused" << call.head.method << call.head.path << "from"
                                   << call.caller.address.toString() << "-" << rejected->message;
        return refuse(rejected->reason, unauthorised(rejected->message));
    }
    call.claims = std::get<token::Claims>(std::move(result));
    return faultOfMedia(call.head);
}

void Api::warnOfClock(std::int64_t aheadSeconds)
{
    if (m_clockWatch.isDue(aheadSeconds, loop::monotonicMs())) {
        qCWarning(lcAudit) << "a token was refused that says it was made" << aheadSeconds
                           << "seconds from now: is the time right on this machine, and on the one that makes tokens "
                              "(NTP)?";
    }
}

Answer Api::refuse(Reason reason, Answer answer)
{
    m_access.count(reason);
    answer.isCounted = true;
    return answer;
}

std::variant<Answer, StatusWanted> Api::answer(const http::RequestHead &head, const Caller &caller)
{
    auto result = decide(head, caller);
    if (const auto *answer = std::get_if<Answer>(&result); answer && answer->status >= 400 && !answer->isCounted)
        m_access.count(reasonOf(answer->status));
    return result;
}

std::variant<Answer, StatusWanted> Api::decide(const http::RequestHead &head, const Caller &caller)
{
    const Credentials current = credentials();
    Call call { head, caller, current };
    const QByteArray path = topic::percentDecoded(head.path).value_or(QByteArray());
    const bool isPost = head.method == "POST";
    if (head.path.startsWith(kSession)) {
        if (!isPost)
            return wrongMethod(head.method, "POST");
        auto fault = admit(call);
        return fault ? *std::move(fault) : session(call);
    }
    const bool isGet = head.method == "GET";
    if (path == "/bids/deny" || path == "/bids/allow") {
        if (!isPost && !isGet)
            return wrongMethod(head.method, "GET, POST");
        if (auto fault = admit(call))
            return *std::move(fault);
        const bool denies = path == "/bids/deny";
        return isGet ? list(call, denies) : change(call, denies);
    }
    if (path == "/status") {
        if (!isGet)
            return wrongMethod(head.method, "GET");
        if (auto fault = admit(call))
            return *std::move(fault);
        return status(call);
    }
    return notFound(path);
}

Answer Api::session(const Call &call)
{
    const auto misfit
        = [&](Reason reason, const char *text) { return refuse(reason, plainText(401, QLatin1String(text))); };
    auto parsed = topic::parseSessionTopic(QByteArrayView(call.head.path).sliced(kSession.size()));
    if (const auto *refusal = std::get_if<topic::Refusal>(&parsed))
        return callError(400, QString::fromUtf8(refusal->reason));
    const token::Claims &claims = call.claims;
    if (!hasClaimsOfSession(claims))
        return misfit(Reason::MissingClaims, "Token Missing Required Claims");
    if (claims.topic.toUtf8() != std::get<QByteArray>(parsed))
        return misfit(Reason::WrongTopic, "Token Wrong Topic");
    if (claims.prefix != u"session")
        return misfit(Reason::WrongTopic, "Token Wrong Prefix");
    if (claims.bookingId.isEmpty() && !call.credentials.allowsNoBooking)
        return refuse(Reason::NoBooking, callError(400, QStringLiteral("empty bookingID field is not permitted")));
    const Grant grant = grantFrom(call.head, claims, call.credentials.acceptance.leewaySeconds);
    if (const auto refusal = m_access.barred({ 0, call.caller.address, grant.topic }, &grant))
        return answerTo(*refusal);
    const auto code = m_access.grantCode(grant);
    if (const auto *refusal = std::get_if<Refusal>(&code))
        return answerTo(*refusal);
    qCInfo(lcAudit).noquote() << "code for topic" << grant.topic << "booking" << grant.bookingId << "scopes"
                              << grant.scopes.join(u' ') << "given to" << call.caller.address.toString();
    QByteArray target = call.credentials.target;
    if (target.isEmpty())
        target = (call.caller.isSecure ? "wss://" : "ws://") + call.head.header("host");
    return object(R"({"uri":)"
                  + jsonString(QString::fromUtf8(target + kSession.toByteArray() + grant.topic
                                                 + "?code=" + std::get<QByteArray>(code)))
                  + '}');
}

Answer Api::change(const Call &call, bool denies)
{
    auto query = bookingIn(call.head);
    if (auto *answer = std::get_if<Answer>(&query))
        return *std::move(answer);
    const auto &[bookingId, until] = std::get<BookingQuery>(query);
    if (!hasClaimsOfAdmin(call.claims) || !call.claims.hasScope(u"relay:admin")) {
        if (!denies)
            return refuse(Reason::NoScope, callError(401, QStringLiteral("token missing relay:admin scope")));
        const QString what = hasClaimsOfAdmin(call.claims) ? QStringLiteral("missing relay:admin Scope")
                                                           : QStringLiteral("token Missing Required Claims");
        return refuse(Reason::NoScope, callError(401, QStringLiteral("is token missing relay:admin scope? ") + what));
    }
    if (until < loop::wallMs() / 1000) {
        return callError(400,
                         denies ? QStringLiteral("booking expiry time (exp) of [%1] missing or in the past").arg(until)
                                : QStringLiteral("exp (booking expiry time) missing or in the past"));
    }
    const auto kept = denies ? m_access.deny(bookingId, until).kept : m_access.allow(bookingId, until);
    qCInfo(lcAudit).noquote() << (denies ? "booking denied:" : "booking allowed:") << bookingId << "by a token"
                              << (call.claims.bookingId.isEmpty() ? QStringLiteral("without booking")
                                                                  : u"of booking " + call.claims.bookingId)
                              << "from" << call.caller.address.toString();
    if (kept == Access::Kept::Durably)
        return done();
    return callError(507, QStringLiteral("it is in force, but could not be written to disk: a restart would forget it"));
}

Answer Api::list(const Call &call, bool denied)
{
    if (!hasClaimsOfAdmin(call.claims) || !call.claims.hasScope(u"relay:admin"))
        return refuse(Reason::NoScope, callError(401, QStringLiteral("token missing relay:admin scope")));
    return object(bookingList(denied ? m_access.denied() : m_access.allowed()));
}

std::variant<Answer, StatusWanted> Api::status(const Call &call)
{
    if (hasClaimsOfAdmin(call.claims) && call.claims.hasScope(u"relay:stats"))
        return StatusWanted {};
    return refuse(Reason::NoScope, callError(401, QStringLiteral("token missing relay:stats scope")));
}

bool Api::mayLook(const http::RequestHead &head) const
{
    const auto result = verified(head, credentials(), loop::wallMs());
    const auto *claims = std::get_if<token::Claims>(&result);
    return claims && hasClaimsOfAdmin(*claims) && claims->hasScope(u"relay:stats");
}

std::variant<Grant, Refusal> Api::grantOf(const http::RequestHead &head, QByteArrayView topic, QStringView scope)
{
    const Credentials current = credentials();
    const auto refuse = [this](Reason reason, int status, const QByteArray &text) {
        m_access.count(reason);
        return Refusal { reason, status, text };
    };
    auto result = verified(head, current, loop::wallMs());
    if (const auto *rejected = std::get_if<Rejected>(&result)) {
        warnOfClock(rejected->aheadSeconds);
        return refuse(rejected->reason, 401, rejected->message.toUtf8());
    }
    const auto &claims = std::get<token::Claims>(result);
    if (!hasClaimsOfSession(claims))
        return refuse(Reason::MissingClaims, 401, "Token Missing Required Claims");
    if (claims.topic.toUtf8() != topic)
        return refuse(Reason::WrongTopic, 401, "Token Wrong Topic");
    if (claims.prefix != u"session")
        return refuse(Reason::WrongTopic, 401, "Token Wrong Prefix");
    if (claims.bookingId.isEmpty() && !current.allowsNoBooking)
        return refuse(Reason::NoBooking, 400, "empty bookingID field is not permitted");
    if (!claims.hasScope(scope))
        return refuse(Reason::NoScope, 403, "The token does not have the scope " + scope.toUtf8() + ".");
    return grantFrom(head, claims, current.acceptance.leewaySeconds);
}

} // namespace relay::access

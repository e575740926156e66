// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shell/service.h"

#include "server/access/apianswers.h"
#include "server/access/apirequest.h"
#include "server/access/tokencheck.h"
#include "server/loop/clock.h"
#include "server/shell/callbody.h"
#include "server/shell/hostclaims.h"
#include "server/shell/hostpath.h"

#include <QLoggingCategory>
#include <QStringBuilder>
#include <QUuid>

namespace relay::shell {

using access::Answer;
using access::Reason;
using stats::ShellPart;

namespace {

Q_LOGGING_CATEGORY(lcAudit, "relay.audit")

constexpr int kRetryAfter = 5; // s

QByteArray uniqueId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

//! What existing servers add to those of the token, which statistics show as well.
QStringList scopesOf(const token::Claims &claims)
{
    QStringList scopes = claims.scopes;
    for (const QString &own : { QStringLiteral("read"), QStringLiteral("write") }) {
        if (!scopes.contains(own))
            scopes << own;
    }
    return scopes;
}

} // namespace

//! One call on its way, with what has been found out about it.
struct Service::Request
{
    const http::RequestHead &head;
    const QByteArray &body;
    const access::Caller &caller;
    const access::Credentials credentials;
    bool mayWait = false;
    QByteArrayView start = {}; //!< of the path
    QByteArray host = {};
    CallBody wanted = {};
    token::Claims claims = {};

    [[nodiscard]] bool isOf2021() const { return start == kShell; }
    //! How the websockets are reached.
    [[nodiscard]] QByteArray base() const
    {
        if (!credentials.target.isEmpty())
            return credentials.target;
        return (caller.isSecure ? "wss://" : "ws://") + head.header("host");
    }
};

Service::Service(access::Access &access, access::Credentials credentials, std::int64_t codeLifetimeMs)
    : m_access(access)
    , m_codeLifetimeMs(codeLifetimeMs)
    , m_credentials(std::move(credentials))
{
}

Service::~Service() = default;

void Service::setReach(Reach reach)
{
    m_reach = std::move(reach);
}

void Service::stop()
{
    m_isStopped = true;
}

void Service::setCredentials(access::Credentials credentials)
{
    const std::lock_guard lock(m_mutex);
    m_credentials = std::move(credentials);
}

access::Credentials Service::credentials() const
{
    const std::lock_guard lock(m_mutex);
    return m_credentials;
}

bool Service::servesCall(QByteArrayView rawPath)
{
    return startOfCall(rawPath).has_value();
}

bool Service::hasHost(const QByteArray &host) const
{
    const std::lock_guard lock(m_mutex);
    return m_switchboard.hasHost(host);
}

Answer Service::refuse(Reason reason, Answer answer)
{
    m_access.count(reason);
    answer.isCounted = true;
    return answer;
}

std::variant<Answer, HostAbsent> Service::call(const http::RequestHead &head, const QByteArray &body,
                                               const access::Caller &caller, bool mayWait)
{
    Request request { head, body, caller, credentials(), mayWait };
    auto result = decide(request);
    if (const auto *answer = std::get_if<Answer>(&result); answer && answer->status >= 400 && !answer->isCounted)
        m_access.count(access::reasonOf(answer->status));
    return result;
}

std::variant<Answer, HostAbsent> Service::decide(Request &request)
{
    if (request.head.method != "POST")
        return access::wrongMethod(request.head.method, "POST");
    request.start = startOfCall(request.head.path).value_or(kCall);
    if (auto fault = admit(request))
        return *std::move(fault);
    auto host = parseHost(QByteArrayView(request.head.path).sliced(request.start.size()));
    if (const auto *refusal = std::get_if<topic::Refusal>(&host))
        return access::callError(400, QString::fromUtf8(refusal->reason));
    request.host = std::get<QByteArray>(std::move(host));
    if (const auto misfit = misfitOf(request.claims, request.host)) {
        return refuse(misfit->reason,
                      request.isOf2021() ? access::plainText(401, misfit->text) : access::callError(401, misfit->text));
    }
    auto wanted = parseCallBody(request.body);
    if (const auto *fault = std::get_if<QString>(&wanted))
        return access::callError(400, *fault);
    request.wanted = std::get<CallBody>(std::move(wanted));
    return grantTo(request);
}

std::optional<Answer> Service::admit(Request &request)
{
    auto result = access::verified(request.head, request.credentials, loop::wallMs());
    if (const auto *rejected = std::get_if<access::Rejected>(&result)) {
        if (m_clockWatch.isDue(rejected->aheadSeconds, loop::monotonicMs()))
            qCWarning(lcAudit) << "a token for a shell was refused that says it was made" << rejected->aheadSeconds
                               << "seconds from now: are the clocks right?";
        qCDebug(lcAudit).noquote() << "refused" << request.head.method << request.head.path << "from"
                                   << request.caller.address.toString() << "-" << rejected->message;
        return refuse(rejected->reason, access::frameError(401, rejected->message, "WWW-Authenticate: Bearer\r\n"));
    }
    request.claims = std::get<token::Claims>(std::move(result));
    return access::faultOfMedia(request.head);
}

std::variant<Answer, HostAbsent> Service::grantTo(const Request &request)
{
    access::Grant grant = access::grantFrom(request.head, request.claims, request.credentials.acceptance.leewaySeconds);
    grant.kind = "connect";
    grant.scopes = scopesOf(request.claims);
    if (const auto refusal = m_access.barred({ 0, request.caller.address, innerTopic(request.host) }, &grant))
        return access::answerTo(*refusal);
    if (request.claims.hasScope(u"client"))
        return begin(request, std::move(grant));
    if (request.claims.hasScope(u"host"))
        grant.shellPart = ShellPart::Management;
    const auto code = m_access.grantCode(grant);
    if (const auto *refusal = std::get_if<access::Refusal>(&code))
        return access::answerTo(*refusal);
    qCInfo(lcAudit).noquote() << "code for" << (grant.shellPart == ShellPart::Management ? "host" : "statistics")
                              << request.host << "given to" << request.caller.address.toString();
    const QByteArray uri = request.base() + '/' + request.claims.prefix.toUtf8() + '/' + grant.topic
        + "?code=" + std::get<QByteArray>(code);
    return access::object(R"({"uri":)" + access::jsonString(QString::fromUtf8(uri)) + '}');
}

std::optional<std::variant<Answer, HostAbsent>> Service::absence(const Request &request)
{
    const QString host = QString::fromUtf8(request.host);
    bool isThere = false;
    bool isFit = false;
    {
        const std::lock_guard lock(m_mutex);
        isThere = m_switchboard.hasHost(request.host);
        isFit = m_switchboard.hasHost(request.host, !request.wanted.target.isEmpty());
    }
    if (isFit)
        return std::nullopt;
    if (isThere) {
        return refuse(
            Reason::NoHost,
            access::callError(409,
                              QStringLiteral("host %1 runs a program that knows of no targets, such as \"%2\": leave "
                                             "the target out, or run relay shell host there")
                                  .arg(host, QString::fromUtf8(request.wanted.target))));
    }
    if (request.mayWait)
        return HostAbsent { request.host };
    ++m_absent;
    return refuse(
        Reason::NoHost,
        access::callError(
            503, QStringLiteral("no host %1 is connected to this relay; is relay shell host running there?").arg(host),
            access::retryAfter(kRetryAfter)));
}

Answer Service::tooManyFor(const QByteArray &host)
{
    return refuse(Reason::CodesOfBooking,
                  access::callError(429,
                                    QStringLiteral("too many clients of host %1 have asked for a shell and not come; "
                                                   "try again later")
                                        .arg(QString::fromUtf8(host)),
                                    access::retryAfter(kRetryAfter)));
}

std::variant<Answer, HostAbsent> Service::begin(const Request &request, access::Grant grant)
{
    if (auto absent = absence(request))
        return *std::move(absent);
    {
        const std::lock_guard lock(m_mutex);
        if (m_switchboard.isFull(request.host, loop::monotonicMs()))
            return tooManyFor(request.host); // before it costs its booking or its token a code
    }
    const QByteArray uuid = uniqueId();
    grant.topic = request.host + '/' + uuid;
    grant.shellPart = ShellPart::Client;
    const QByteArray start = '/' + request.claims.prefix.toUtf8() + '/';
    const auto code = m_access.grantCode(grant);
    if (const auto *refusal = std::get_if<access::Refusal>(&code))
        return access::answerTo(*refusal);
    {
        const std::lock_guard lock(m_mutex);
        const Session session {
            .uuid = uuid, .host = request.host, .wanted = request.wanted, .grant = grant, .start = start
        };
        if (!m_switchboard.begin(session, loop::monotonicMs(), m_codeLifetimeMs))
            return tooManyFor(request.host);
    }
    qCInfo(lcAudit).noquote() << "code for a shell on host" << request.host << "booking" << grant.bookingId
                              << "given to" << request.caller.address.toString();
    QByteArray json = R"({"uri":)"
        + access::jsonString(QString::fromUtf8(request.base() + start + grant.topic
                                               + "?code=" + std::get<QByteArray>(code)));
    if (!request.wanted.resume.isEmpty())
        json += R"(,"resume":)" + access::jsonString(QString::fromUtf8(request.wanted.resume));
    if (!request.wanted.target.isEmpty())
        json += R"(,"target":)" + access::jsonString(QString::fromUtf8(request.wanted.target));
    return access::object(json + '}');
}

Figures Service::figures() const
{
    const std::lock_guard lock(m_mutex);
    return { m_switchboard.hostCount(), m_switchboard.pairCount(), m_begun, m_absent };
}

} // namespace relay::shell

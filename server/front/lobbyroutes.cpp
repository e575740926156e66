// SPDX-License-Identifier: GPL-3.0-or-later
// What the lobby does once it is decided what a request is for.
#include "common/http/response.h"
#include "common/metrics/exposition.h"
#include "server/access/apianswers.h"
#include "server/front/cors.h"
#include "server/front/lobby.h"
#include "server/front/lobbyrequest.h"
#include "server/front/reply.h"

#include <QMetaObject>

#include <utility>

namespace relay::front {

namespace {

using Purpose = worker::Arrival::Purpose;

constexpr char kText[] = "text/plain; charset=utf-8";
constexpr char kJson[] = "application/json";
constexpr int kDrainRetryAfter = 30; // s
constexpr char kNoStore[] = "Cache-Control: no-store\r\n";

template<typename... Handlers>
struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};
template<typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

//! Somebody has passed it on who may not say for whom: a proxy on this machine, for anybody.
bool isPassedOnByStranger(const http::RequestHead &head, const QHostAddress &peer, const std::vector<Network> &trusted)
{
    const bool isPassedOn = head.count("x-forwarded-for") > 0 || head.count("forwarded") > 0;
    return isPassedOn && !isIn(peer, trusted);
}

} // namespace

Lobby::Request Lobby::requestOf(Visitor &visitor, http::RequestHead head)
{
    const auto terms = m_desk.terms.get();
    const Client client
        = clientOf(head, { visitor.peer(), visitor.peerPort(), visitor.isSecure() }, terms->trustedProxies);
    Policy policy = terms->policy;
    policy.isSecure = m_isSecure;
    return { visitor, std::move(head), client, std::move(policy) };
}

void Lobby::headArrived(Visitor &visitor, http::RequestHead head)
{
    if (m_isSecure && m_desk.isFull()) {
        // It could not be told before the handshake.
        turnAway(visitor);
        return;
    }
    Request request = requestOf(visitor, std::move(head));
    const Route route = decide(request.head, request.policy);
    if (m_desk.isDraining && wantsIn(request, route)) {
        refused(access::Reason::Draining);
        refuse(request, draining());
        return;
    }
    std::visit(
        Overloaded {
            [&](const UpgradeRoute &upgrade) { open(request, upgrade.address, Purpose::Topic, false); },
            [&](const StatsRoute &) {
                open(request, { .path = "/ws", .topic = "/ws", .mayRead = true, .mayWrite = false }, Purpose::Stats,
                     false);
            },
            [&](const IngestRoute &ingest) { open(request, ingest.address, Purpose::Ingest, ingest.expectsContinue); },
            [&](const SessionRoute &session) { openSession(request, session); },
            [&](const SessionIngestRoute &ingest) { openSessionIngest(request, ingest); },
            [&](const ShellRoute &shell) { openShell(request, shell); },
            [&](const ShellCallRoute &) { beginShellCall(request); },
            [&](const AccessRoute &) { callAccess(request); },
            [&](const InquiryRoute &inquiry) { look(request, inquiry.inquiry); },
            [&](const ReadyRoute &) { tellReady(request); },
            [&](const ReplyRoute &answer) { reply(request, answer); },
        },
        route);
}

// In open mode no page of another origin is to read anything.
QByteArray Lobby::corsOf(const Request &request)
{
    return request.policy.mode == Mode::Secured ? corsHeaders(request.head, request.policy) : QByteArray();
}

access::Refusal Lobby::draining()
{
    return { access::Reason::Draining, 503, "The relay is about to end; try again in a while.", kDrainRetryAfter };
}

bool Lobby::wantsIn(const Request &request, const Route &route)
{
    if (std::holds_alternative<AccessRoute>(route)) // a code would be of no use
        return request.head.path.startsWith("/session/");
    return std::holds_alternative<UpgradeRoute>(route) || std::holds_alternative<StatsRoute>(route)
        || std::holds_alternative<IngestRoute>(route) || std::holds_alternative<SessionRoute>(route)
        || std::holds_alternative<SessionIngestRoute>(route) || std::holds_alternative<ShellRoute>(route)
        || std::holds_alternative<ShellCallRoute>(route);
}

void Lobby::open(Request &request, topic::Address address, Purpose purpose, bool expectsContinue)
{
    const stats::ConnectionId id = ++m_desk.lastId;
    if (const auto refusal = m_desk.access->enter({ id, request.client.address, address.topic }))
        refuse(request, *refusal);
    else
        handOver(request, { id, purpose, std::move(address), expectsContinue });
}

void Lobby::openSession(Request &request, const SessionRoute &route)
{
    const stats::ConnectionId id = ++m_desk.lastId;
    auto redeemed
        = m_desk.access->redeem(route.code, "session", route.topic, { id, request.client.address, route.topic });
    if (const auto *refusal = std::get_if<access::Refusal>(&redeemed)) {
        refuse(request, *refusal);
        return;
    }
    auto grant = std::get<access::Grant>(std::move(redeemed));
    const topic::Address address { .path = "/session/" + route.topic,
                                   .topic = route.topic,
                                   .mayRead = grant.mayRead(),
                                   .mayWrite = grant.mayWrite() };
    const Purpose purpose = route.topic == "stats" ? Purpose::SessionStats : Purpose::Topic;
    handOver(request, { .id = id, .purpose = purpose, .address = address, .grant = std::move(grant) });
}

void Lobby::openSessionIngest(Request &request, const SessionIngestRoute &route)
{
    auto granted = m_desk.api->grantOf(request.head, route.topic, u"write");
    if (const auto *refusal = std::get_if<access::Refusal>(&granted)) {
        refuse(request, *refusal, "WWW-Authenticate: Bearer\r\n");
        return;
    }
    auto grant = std::get<access::Grant>(std::move(granted));
    const stats::ConnectionId id = ++m_desk.lastId;
    if (const auto refusal = m_desk.access->enter({ id, request.client.address, route.topic }, &grant)) {
        refuse(request, *refusal);
        return;
    }
    const topic::Address address { .path = route.path, .topic = route.topic, .mayRead = false, .mayWrite = true };
    handOver(request,
             { .id = id,
               .purpose = Purpose::Ingest,
               .address = address,
               .expectsContinue = route.expectsContinue,
               .grant = std::move(grant) });
}

void Lobby::callAccess(Request &request)
{
    const QByteArray cors = corsHeaders(request.head, request.policy);
    auto result = m_desk.api->answer(request.head, { request.client.address, request.client.isSecure });
    if (std::holds_alternative<access::StatusWanted>(result)) {
        ask(request, stats::Inquiry::Status, kJson, cors);
        return;
    }
    answerCall(request, std::get<access::Answer>(result), cors);
}

void Lobby::answerCall(Request &request, const access::Answer &answer, const QByteArray &headers)
{
    request.visitor.reply(http::response(answer.status, kJson, answer.body,
                                         QByteArray(headers + kNoStore + answer.extraHeaders),
                                         request.head.method != "HEAD"));
}

// Figures tell strangers how busy a relay is and how often it is attacked: this machine sees them, others need a token.
void Lobby::look(Request &request, stats::Inquiry inquiry)
{
    const auto terms = m_desk.terms.get();
    const bool isLocal = request.client.address.isLoopback()
        && !isPassedOnByStranger(request.head, request.visitor.peer(), terms->trustedProxies);
    const bool mayLook = isLocal || (m_desk.api && m_desk.api->mayLook(request.head));
    if (mayLook) {
        ask(request, inquiry, metrics::kContentType, {});
        return;
    }
    refused(access::Reason::NoToken);
    refuse(request,
           { access::Reason::NoToken, 403,
             "The figures are shown to this machine, and to those who send a token with the scope relay:stats." });
}

void Lobby::tellReady(Request &request)
{
    const QByteArray fault = m_desk.notReady();
    ReplyRoute answer = fault.isEmpty() ? shown(request.head, kText, "ok\n", kNoStore)
                                        : front::refused(request.head, 503, fault, kNoStore);
    answer.reason = access::Reason::NotReady;
    reply(request, answer);
}

void Lobby::reply(Request &request, const ReplyRoute &answer)
{
    if (answer.status >= 400)
        refused(answer.reason.value_or(access::reasonOf(answer.status)));
    request.visitor.reply(answer.bytes);
}

// Whoever refused has counted it. Who was sent away by an operator is told in the form of the calls, in both modes.
void Lobby::refuse(Request &request, const access::Refusal &refusal, const QByteArray &headers)
{
    if (access::isBarred(refusal.reason) || refusal.reason == access::Reason::Draining) {
        const access::Answer answer = access::callError(refusal.status, QString::fromUtf8(refusal.text));
        request.visitor.reply(
            http::response(refusal.status, kJson, answer.body,
                           QByteArray(corsOf(request) + access::retryAfter(refusal.retryAfter) + kNoStore),
                           request.head.method != "HEAD"));
        return;
    }
    request.visitor.reply(front::refused(request.head, refusal.status, refusal.text,
                                         QByteArray(access::retryAfter(refusal.retryAfter) + headers))
                              .bytes);
}

void Lobby::ask(Request &request, stats::Inquiry inquiry, const QByteArray &contentType, const QByteArray &headers)
{
    const std::uint64_t ticket = ++m_lastTicket;
    m_waiting.emplace(ticket, &request.visitor);
    waitsForUs(request.visitor);
    const bool withBody = request.head.method != "HEAD";
    m_desk.inquire(inquiry, [this, ticket, contentType, headers, withBody](const QByteArray &body) {
        const auto deliver = [=, this] {
            const auto waiting = m_waiting.extract(ticket);
            if (waiting.empty())
                return; // who asked has gone
            waiting.mapped()->reply(http::response(200, contentType, body, QByteArray(headers + kNoStore), withBody));
            endOfPass();
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    });
}

void Lobby::handOver(Request &request, Admission admission)
{
    const bool isIngest = admission.purpose == Purpose::Ingest;
    if (admission.purpose != Purpose::Shell)
        admission.kind = topic::kindOfTopic(admission.address.topic, isIngest, m_desk.kinds);
    admission.client = request.client;
    m_letIn.push_back(makeArrival(request.visitor, std::move(request.head), admission));
    m_desk.openDescriptors->fetch_add(1);
}

} // namespace relay::front

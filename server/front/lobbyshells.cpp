// SPDX-License-Identifier: GPL-3.0-or-later
// What the lobby does for the relay of shells.
#include "server/access/apianswers.h"
#include "server/front/cors.h"
#include "server/front/lobby.h"
#include "server/front/lobbyrequest.h"
#include "server/shell/callbody.h"
#include "server/shell/hostpath.h"

#include <utility>

namespace relay::front {

using Purpose = worker::Arrival::Purpose;

namespace {

//! Beyond what it may wait for, so that the answer finds the visitor still there.
constexpr std::int64_t kAnswerWithinMs = 5000;

bool hasBody(const http::RequestHead &head)
{
    return head.count("transfer-encoding") > 0 || head.header("content-length").toLongLong() > 0;
}

} // namespace

void Lobby::openShell(Request &request, const ShellRoute &route)
{
    const stats::ConnectionId id = ++m_desk.lastId;
    const QByteArray base = (request.client.isSecure ? "wss://" : "ws://") + request.head.header("host");
    auto result
        = m_desk.shells->open({ route.topic, route.code, base, route.offersProtocol }, { id, request.client.address });
    if (const auto *refusal = std::get_if<access::Refusal>(&result)) {
        refuse(request, *refusal);
        return;
    }
    auto &opened = std::get<shell::Opened>(result);
    const bool isStats = !opened.facts;
    const bool isLeg = !isStats && !opened.facts->session.isEmpty();
    handOver(request,
             { .id = id,
               .purpose = isStats ? Purpose::SessionStats : Purpose::Shell,
               .address = { .path = route.path,
                            .topic = shell::innerTopic(route.topic),
                            .mayRead = opened.grant.mayRead(),
                            .mayWrite = opened.grant.mayWrite() },
               .kind = isLeg ? topic::Kind::Stream : topic::Kind::Data,
               .grant = std::move(opened.grant),
               .shell = std::move(opened.facts),
               .speaksShell = opened.speaksProtocol });
}

void Lobby::beginShellCall(Request &request)
{
    if (request.head.header("content-length").toLongLong() > shell::kMaxCallBody)
        refuseBody(request);
    else if (request.head.method == "POST" && hasBody(request.head))
        request.visitor.awaitBody(request.head, shell::kMaxCallBody);
    else
        callShell(request, {});
}

void Lobby::bodyArrived(Visitor &visitor, http::RequestHead head, std::optional<QByteArray> body)
{
    Request request = requestOf(visitor, std::move(head));
    if (body)
        callShell(request, *body);
    else
        refuseBody(request);
}

void Lobby::refuseBody(Request &request)
{
    refused(access::Reason::BodyTooLarge);
    answerCall(request, access::frameError(413, QStringLiteral("the request body is larger than 4 KiB")),
               corsHeaders(request.head, request.policy));
}

void Lobby::callShell(Request &request, const QByteArray &body)
{
    const access::Caller caller { request.client.address, request.client.isSecure };
    const QByteArray cors = corsHeaders(request.head, request.policy);
    const bool mayWait = m_desk.shellWaitMs > 0 && !m_shellLine.isFull(share(), caller.address);
    auto result = m_desk.shells->call(request.head, body, caller, mayWait);
    if (const auto *answer = std::get_if<access::Answer>(&result)) {
        answerCall(request, *answer, cors);
        return;
    }
    waitsForUs(request.visitor);
    request.visitor.mayTake(m_desk.shellWaitMs + kAnswerWithinMs);
    m_shellLine.add({ &request.visitor, request.head, body, caller, cors,
                      std::get<shell::HostAbsent>(std::move(result)).host, m_nowMs + m_desk.shellWaitMs });
}

// Decided about anew: its token may have expired meanwhile.
void Lobby::answerWaiter(ShellWaiter &waiter)
{
    if (m_desk.isDraining) {
        Request request { *waiter.visitor, std::move(waiter.head), {}, {} };
        refused(access::Reason::Draining);
        answerCall(request, access::answerTo(draining()), waiter.extraHeaders);
        return;
    }
    const auto result = m_desk.shells->call(waiter.head, waiter.body, waiter.caller, false);
    Request request { *waiter.visitor, std::move(waiter.head), {}, {} };
    answerCall(request, std::get<access::Answer>(result), waiter.extraHeaders);
}

} // namespace relay::front

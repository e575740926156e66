// SPDX-License-Identifier: GPL-3.0-or-later
// What the service does as connections come and go.
#include "common/shell/protocol.h"
#include "common/ws/protocol.h"
#include "server/loop/clock.h"
#include "server/shell/announcement.h"
#include "server/shell/hostpath.h"
#include "server/shell/service.h"

#include <QLoggingCategory>
#include <QStringBuilder>

namespace relay::shell {

using access::Reason;
using stats::ShellPart;

namespace {

Q_LOGGING_CATEGORY(lcShell, "relay.shell")

constexpr int kRetryAfter = 5; // s

access::Refusal noHost(const QByteArray &host)
{
    return { Reason::NoHost, 503, "no host " + host + " is connected to this relay; is relay shell host running there?",
             kRetryAfter };
}

} // namespace

std::variant<Opened, access::Refusal> Service::open(const Opening &opening, const access::Visit &visit)
{
    // A leg's own topic is a new one each time: whoever is held is held off the host.
    auto redeemed = m_access.redeem(opening.code, "connect", opening.topic,
                                    { visit.id, visit.address, innerTopic(hostOf(opening.topic)) });
    if (auto *refusal = std::get_if<access::Refusal>(&redeemed))
        return std::move(*refusal);
    auto &grant = std::get<access::Grant>(redeemed);
    Opened opened;
    std::optional<access::Refusal> refusal;
    if (grant.shellPart != ShellPart::None) {
        const std::lock_guard lock(m_mutex);
        refusal = enter(opening, grant, visit.id, opened);
    }
    if (refusal) {
        m_access.leave(visit.id);
        m_access.count(refusal->reason);
        return *std::move(refusal);
    }
    opened.grant = std::move(grant);
    return opened;
}

// Under the lock.
std::optional<access::Refusal> Service::enter(const Opening &opening, const access::Grant &grant,
                                              stats::ConnectionId id, Opened &opened)
{
    stats::ShellFacts facts;
    facts.part = grant.shellPart;
    facts.host = hostOf(opening.topic);
    facts.session = opening.topic.mid(facts.host.size() + 1);
    if (grant.shellPart == ShellPart::Management) {
        m_switchboard.enterHost(facts.host, { .id = id, .isOurs = opening.offersProtocol, .base = opening.base });
        opened.speaksProtocol = opening.offersProtocol;
        opened.facts = std::make_shared<const stats::ShellFacts>(std::move(facts));
        return std::nullopt;
    }
    const Session *session = m_switchboard.find(facts.session);
    const bool isHost = grant.shellPart == ShellPart::Host;
    if (session && !isHost && !m_switchboard.hasHost(session->host)) {
        ++m_absent;
        return noHost(session->host);
    }
    if (session && !isHost && !session->wanted.target.isEmpty() && !opening.offersProtocol) {
        return access::Refusal { Reason::BadRequest, 400,
                                 "A target was asked for, which only clients can that speak relay-shell.1." };
    }
    const bool isIn = session
        && (isHost ? m_switchboard.enterHostLeg(facts.session, id)
                   : m_switchboard.enterClient(facts.session, id, opening.offersProtocol));
    if (!isIn) {
        return access::Refusal { Reason::BadCode, 401,
                                 isHost ? "This shell is over, or another host has taken it."
                                        : "The code is not valid: this shell has not been asked for, or is over." };
    }
    m_begun += isHost ? 1 : 0;
    opened.speaksProtocol = opening.offersProtocol && session->isClientOurs;
    facts.target = QString::fromUtf8(session->wanted.target);
    facts.isResumable = opened.speaksProtocol && !session->wanted.resume.isEmpty();
    facts.resumes = session->resumes;
    opened.facts = std::make_shared<const stats::ShellFacts>(std::move(facts));
    return std::nullopt;
}

void Service::ready(int worker, stats::ConnectionId id)
{
    std::vector<Switchboard::Call> calls;
    {
        const std::lock_guard lock(m_mutex);
        calls = m_switchboard.ready(id, worker);
    }
    for (const Switchboard::Call &call : calls)
        announce(call);
}

void Service::announce(const Switchboard::Call &call)
{
    Session session;
    {
        const std::lock_guard lock(m_mutex);
        const Session *found = m_switchboard.find(call.session);
        if (!found)
            return;
        session = *found;
    }
    // As much as the client may, for as long; but the user's token is charged for one connection, not for two.
    access::Grant grant = session.grant;
    grant.shellPart = ShellPart::Host;
    grant.tokenId.clear();
    const auto code = m_access.grantCode(grant);
    if (const auto *refusal = std::get_if<access::Refusal>(&code)) {
        m_reach.close(session.clientWorker, session.client, ws::close::kTryAgainLater, refusal->text);
        return;
    }
    Announcement announcement;
    announcement.uuid = session.uuid;
    if (session.isClientOurs) {
        announcement.resume = session.wanted.resume;
        announcement.protocol = kProtocol;
        announcement.target = session.wanted.target;
    }
    // Told under the lock, as ends are: a host never hears of an end before the beginning, or of a beginning only.
    const std::lock_guard lock(m_mutex);
    const Session *found = m_switchboard.find(session.uuid);
    if (!found || found->isOver)
        return; // meanwhile
    for (const Recipient &host : call.hosts) {
        announcement.uri = (m_credentials.target.isEmpty() ? host.base : m_credentials.target) + session.start
            + grant.topic + "?code=" + std::get<QByteArray>(code);
        m_switchboard.noteUri(session.uuid, announcement.uri);
        m_reach.tell(host.worker, host.id, connectText(announcement));
    }
    qCDebug(lcShell).noquote() << "shell" << session.uuid << "announced to" << call.hosts.size() << "on host"
                               << session.host;
}

void Service::gone(stats::ConnectionId id)
{
    const std::lock_guard lock(m_mutex);
    const auto over = m_switchboard.gone(id);
    if (!over || m_isStopped)
        return;
    const QByteArray text = disconnectText(over->uri, over->uuid);
    for (const Recipient &host : over->hosts)
        m_reach.tell(host.worker, host.id, text);
}

} // namespace relay::shell

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/admission.h"

#include "server/front/upgrade.h"
#include "server/front/visitor.h"
#include "server/loop/clock.h"

#include <QStringBuilder>

#include <utility>

namespace relay::front {

namespace {

using Purpose = worker::Arrival::Purpose;

constexpr qsizetype kMaxUserAgent = 256;

QString cleaned(const QByteArray &userAgent)
{
    QString text = QString::fromUtf8(userAgent.left(kMaxUserAgent));
    text.removeIf([](QChar c) { return !c.isPrint(); });
    return text;
}

QString addressText(const QHostAddress &peer, quint16 port)
{
    bool isIpv4 = false;
    const quint32 ipv4 = peer.toIPv4Address(&isIpv4);
    const QString host = isIpv4 ? QHostAddress(ipv4).toString() : u'[' + peer.toString() + u']';
    return port == 0 ? host : QString(host + u':' + QString::number(port)); // unknown behind a proxy
}

stats::Role roleOf(const topic::Address &address)
{
    if (!address.mayWrite)
        return stats::Role::Subscriber;
    if (!address.mayRead)
        return stats::Role::Publisher;
    return address.path == address.topic ? stats::Role::Both : stats::Role::Publisher;
}

stats::Role roleOf(const stats::ShellFacts &shell)
{
    return shell.part == stats::ShellPart::Client ? stats::Role::Client : stats::Role::Host;
}

stats::Transport transportOf(Purpose purpose, bool isSecure)
{
    if (purpose == Purpose::Ingest)
        return isSecure ? stats::Transport::Https : stats::Transport::Http;
    return isSecure ? stats::Transport::Wss : stats::Transport::Ws;
}

} // namespace

worker::Arrival makeArrival(Visitor &visitor, http::RequestHead head, const Admission &admission)
{
    const auto &[id, purpose, address, expectsContinue, kind, client, grant, shell, speaksShell] = admission;
    const bool isIngest = purpose == Purpose::Ingest;
    worker::Arrival arrival;
    arrival.purpose = purpose;
    arrival.expectsContinue = expectsContinue;
    if (!isIngest)
        arrival.handshake = handshakeHead(head, speaksShell);
    arrival.rest = visitor.received().mid(head.size);
    arrival.peer = visitor.peer();
    arrival.peerPort = visitor.peerPort();
    arrival.facts = { .id = id,
                      .topic = address.topic,
                      .path = address.path,
                      .role = shell  ? roleOf(*shell)
                          : isIngest ? stats::Role::Publisher
                                     : roleOf(address),
                      .kind = kind,
                      .transport = transportOf(purpose, visitor.isSecure()),
                      .mayRead = address.mayRead && !isIngest,
                      .mayWrite = address.mayWrite,
                      .address = addressText(client.address, client.port),
                      .userAgent = cleaned(head.header("user-agent")),
                      .bookingId = grant ? grant->bookingId : QString(),
                      .scopes = grant ? grant->scopes : QStringList(),
                      .openedAt = loop::wallMs(),
                      .expiresAt = grant ? grant->expiresAt * 1000 : 0,
                      .shell = shell };
    arrival.head = std::move(head);
    Wire wire = visitor.release();
    arrival.descriptor = wire.takeDescriptor();
    arrival.tls = wire.takeTls();
    return arrival;
}

} // namespace relay::front

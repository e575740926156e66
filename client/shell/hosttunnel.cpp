// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/hosttunnel.h"

#include "client/shell/endings.h"
#include "client/shell/hello.h"
#include "common/shell/protocol.h"

#include <QRandomGenerator>

namespace relay::client::shell {

namespace {
constexpr std::chrono::milliseconds kQuiet { 500 }; // on a leg whose client has left: that was all
constexpr int kUnauthorized = 401;
} // namespace

HostTunnel::HostTunnel(const Announcement &first, std::optional<Place> place, HostTunnelOptions options, QObject *parent)
    : Tunnel(parent)
    , m_place(std::move(place))
    , m_options(std::move(options))
    , m_resume(first.resume)
    , m_target(first.target)
{
    m_helloTimer.setSingleShot(true);
    m_orphaned.setSingleShot(true);
    m_redial.setSingleShot(true);
    connect(&m_helloTimer, &QTimer::timeout, this, [this] { stopLeg(); });
    connect(&m_redial, &QTimer::timeout, this, &HostTunnel::dial);
    connect(&m_orphaned, &QTimer::timeout, this, [this] {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_options.resumeFor).count();
        // What is complete was kept only for a client that did not hear so.
        finish(m_isComplete ? QString() : QStringLiteral("the client did not come back within %1 s").arg(seconds));
    });
}

HostTunnel::~HostTunnel() = default;

void HostTunnel::meet(const Announcement &announcement)
{
    m_uuid = announcement.uuid;
    m_tries = 0;
    m_orphaned.stop();
    m_helloTimer.stop();
    m_redial.stop();
    dropCall();
    const auto address = session::parseAddress(announcement.uri);
    if (const auto *fault = std::get_if<QString>(&address)) {
        finish(QStringLiteral("the relay's announcement names no place to meet: ") + *fault);
        return;
    }
    m_address = std::get<session::Address>(address);
    dial();
}

void HostTunnel::dial()
{
    session::SessionOptions options = m_options.leg;
    options.link.protocol = m_resume.isEmpty() ? QByteArray() : QByteArray(relay::shell::kProtocol);
    session::Target target { .access = {}, .address = m_address, .tokenFile = {}, .token = {} };
    beginLeg(std::make_unique<session::Session>(std::move(target), std::move(options)));
}

void HostTunnel::legOpened()
{
    const bool isFramed = !m_resume.isEmpty() && leg().hasProtocol();
    if (form() == Form::Framed && !isFramed) {
        finish(QStringLiteral("the relay does not know sessions that are resumed any more"));
        return;
    }
    if (!isFramed)
        m_resume.clear();
    if (!m_place)
        refuse(QStringLiteral("this host has no target of the name \"%1\"").arg(m_target));
    else if (hasNear() || form() == Form::Framed)
        sayHello();
    else
        connectToTarget();
}

void HostTunnel::connectToTarget()
{
    m_call = std::make_unique<TargetCall>(*m_place);
    connect(m_call.get(), &TargetCall::failed, this, &HostTunnel::refuse);
    connect(m_call.get(), &TargetCall::connected, this, &HostTunnel::targetConnected);
    m_call->start();
}

void HostTunnel::dropCall()
{
    if (!m_call)
        return;
    m_call->disconnect(this);
    m_call.release()->deleteLater(); // it may be the one that is telling us
}

void HostTunnel::stopped()
{
    m_helloTimer.stop();
    m_orphaned.stop();
    m_redial.stop();
    dropCall();
}

void HostTunnel::targetConnected()
{
    std::unique_ptr<NearEnd> near = m_call->takeNear();
    dropCall();
    if (!near) {
        refuse(QStringLiteral("the host has no descriptor left"));
        return;
    }
    setNear(std::move(near));
    if (m_resume.isEmpty()) {
        m_hasSpoken = true;
        goPlain();
    } else {
        sayHello();
    }
}

void HostTunnel::sayHello()
{
    m_helloTimer.start(m_options.helloWithin);
    say(encodeHello({ .resume = m_resume, .received = stream().delivered(), .isFresh = !m_hasSpoken, .error = {} }));
}

void HostTunnel::refuse(const QString &sentence)
{
    if (!m_resume.isEmpty())
        say(encodeHello({ .resume = {}, .received = 0, .isFresh = false, .error = sentence }));
    finish(sentence);
}

void HostTunnel::greeted(ws::Opcode opcode, const QByteArray &payload)
{
    if (opcode != ws::Opcode::Text)
        return; // frames without a greeting: the hello does not come then, and its time runs out
    const auto hello = parseHello(payload);
    if (!hello)
        return;
    m_helloTimer.stop();
    if (!hello->error.isEmpty()) {
        finish(hello->error);
        return;
    }
    if (const QString fault = goFramed(hello->received); !fault.isEmpty()) {
        finish(fault);
        return;
    }
    if (std::exchange(m_hasSpoken, true))
        Q_EMIT told(QStringLiteral("resumed"));
}

void HostTunnel::legEnded(const session::Status &status)
{
    m_helloTimer.stop();
    dropCall();
    if (!hasNear() && !m_hasSpoken && status.httpStatus == kUnauthorized) {
        finish({}); // another host of the same name was there first
    } else if (form() != Form::Framed && !hasNear()) {
        finish(tell(status));
    } else if (form() == Form::Plain || verdictOn(status) == Verdict::Final) {
        const bool isUsual = status.code == ws::close::kNormal || status.code == ws::close::kGoingAway;
        finish(form() == Form::Plain && isUsual ? QString() : tell(status));
    } else {
        waitForAnother(status);
    }
}

void HostTunnel::waitForAnother(const session::Status &status)
{
    if (!m_orphaned.isActive()) {
        if (!m_isComplete)
            Q_EMIT told(QStringLiteral("%1; waiting for the client to come back").arg(tell(status)));
        m_orphaned.start(m_options.resumeFor);
    }
    // The code that we were told is good until a relay has taken it, and no longer when it says that it is not.
    if (status.code == 0 && status.httpStatus != kUnauthorized)
        m_redial.start(resumeDelay(m_tries++, QRandomGenerator::global()->generateDouble()));
}

void HostTunnel::clientLeft()
{
    if (isOver() || form() == Form::Framed || !m_resume.isEmpty())
        return;
    // It comes on another connection than the last bytes do, and may be before them.
    finishWhenQuiet(kQuiet);
}

void HostTunnel::completed()
{
    m_isComplete = true; // the client closes the leg when it knows so as well
}

void HostTunnel::nearLost(const QString &text)
{
    abort(QStringLiteral("the host's connection to %1 was lost: %2").arg(textOf(*m_place), text));
}

} // namespace relay::client::shell

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/session.h"

#include "client/session/accessanswer.h"
#include "client/session/jsonsplitter.h"
#include "client/session/proxychoice.h"

#include <QDeadlineTimer>
#include <QRandomGenerator>

namespace relay::client::session {

namespace {

using State = Status::State;

Pulse::Time now()
{
    return Pulse::Time(QDeadlineTimer::current().deadline());
}

void disposeOf(Link *link)
{
    if (link)
        link->deleteLater();
}

//! What the operator of this program has to mend.
Status refusal(const QString &text)
{
    return { .state = State::Waiting, .text = text, .isRefusal = true };
}

} // namespace

Session::Session(Target target, SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_options(std::move(options))
    , m_access(m_options.link.tls, m_options.link.userAgent)
    , m_link(nullptr, disposeOf)
{
    m_retry.setSingleShot(true);
    m_retry.setTimerType(Qt::PreciseTimer); // a coarse one comes 5 % too early, before the time that a server named
    connect(&m_retry, &QTimer::timeout, this, &Session::attempt);
    connect(&m_access, &AccessCall::granted, this, &Session::granted);
    connect(&m_access, &AccessCall::refused, this, [this](const AccessFault &fault) {
        again({ .text = told(fault.status, fault.text), .isRefusal = fault.isRefusal, .httpStatus = fault.status },
              { .retryAfter = std::chrono::seconds(fault.retryAfter) });
    });
    if (!m_target.tokenFile.isEmpty()) {
        m_tokenFile = std::make_unique<TokenFile>(m_target.tokenFile);
        connect(m_tokenFile.get(), &TokenFile::changed, this, &Session::tokenChanged);
    }
}

Session::~Session() = default;

void Session::start()
{
    attempt();
}

void Session::stop(std::uint16_t code, const QByteArray &reason)
{
    m_isStopping = true;
    m_retry.stop();
    m_access.cancel();
    if (m_link)
        m_link->close(code, reason);
    else
        finish({});
}

std::variant<QByteArray, QString> Session::currentToken()
{
    if (m_target.makeToken)
        return m_target.makeToken();
    if (m_tokenFile)
        return m_tokenFile->read();
    return m_target.token;
}

void Session::tokenChanged()
{
    constexpr std::chrono::milliseconds kSettled { 200 }; // whoever writes it may not be done yet
    if (m_isRefused && m_retry.isActive())
        m_retry.start(kSettled);
}

void Session::attempt()
{
    m_isRefused = false;
    if (m_target.access.isEmpty())
        dial(m_target.address);
    else
        ask();
}

void Session::ask()
{
    const auto token = currentToken();
    if (const auto *fault = std::get_if<QString>(&token)) {
        again(refusal(*fault), {});
        return;
    }
    const QUrl &url = m_target.access;
    const bool isSecure = url.scheme() == u"https";
    const auto proxy = proxyFor({ isSecure, url.host(), url.port(isSecure ? 443 : 80) }, m_options.environment);
    if (const auto *fault = std::get_if<QString>(&proxy)) {
        again(refusal(*fault), {});
        return;
    }
    Q_EMIT statusChanged({ .state = State::Asking });
    m_access.ask(url, std::get<QByteArray>(token), std::get<QNetworkProxy>(proxy), m_options.question);
}

void Session::granted(const QString &uri, const QByteArray &answer)
{
    m_answer = answer;
    const auto address = parseAddress(uri);
    if (std::holds_alternative<Address>(address))
        dial(std::get<Address>(address));
    else
        again({ .text = QStringLiteral("the access point's answer names no address of a websocket") }, {});
}

void Session::dial(const Address &address)
{
    const auto proxy = proxyFor({ address.isSecure, address.host, address.port }, m_options.environment);
    if (const auto *fault = std::get_if<QString>(&proxy)) {
        again(refusal(*fault), {});
        return;
    }
    Q_EMIT statusChanged({ .state = State::Dialling });
    LinkOptions options = m_options.link;
    options.proxy = std::get<QNetworkProxy>(proxy);
    m_link.reset(new Link(address, options));
    m_link->setPaused(m_isPaused);
    connect(m_link.get(), &Link::opened, this, &Session::linkOpened);
    connect(m_link.get(), &Link::message, this, &Session::give);
    connect(m_link.get(), &Link::drained, this, &Session::drained);
    connect(m_link.get(), &Link::ended, this, &Session::linkEnded);
    m_link->open();
}

void Session::linkOpened()
{
    m_wasOpen = true;
    m_openedAt = now();
    Q_EMIT statusChanged({ .state = State::Open });
    Q_EMIT opened();
}

void Session::give(ws::Opcode opcode, const QByteArray &payload)
{
    if (!m_options.splitsGluedJson || opcode != ws::Opcode::Text) {
        Q_EMIT message(opcode, payload);
        return;
    }
    const QByteArrayList values = splitGluedJson(payload);
    for (const QByteArray &value : values)
        Q_EMIT message(opcode, value);
}

void Session::linkEnded(const Ending &ending)
{
    m_link.reset();
    const bool wasOpen = std::exchange(m_wasOpen, false);
    Q_EMIT closed(ending);
    Status status { .text = told(ending.status, ending.text),
                    .isRefusal = isRefusal(ending.status, ending.text),
                    .httpStatus = ending.status,
                    .isOfWebSocket = true };
    if (wasOpen) {
        status.code = ending.code;
        status.text = QStringLiteral("closed with %1").arg(ending.code)
            + (ending.text.isEmpty() ? QString() : QString(u": " + ending.text));
    }
    const auto lived = wasOpen && ending.hasSpoken ? now() - m_openedAt : Pulse::Time(0);
    again(status, { .lived = lived, .retryAfter = std::chrono::seconds(ending.retryAfter) });
}

void Session::again(Status status, Setback setback)
{
    if (m_isStopping || !m_options.reconnects) {
        finish(status);
        return;
    }
    setback.isRefusal = m_isRefused = status.isRefusal;
    status.state = State::Waiting;
    status.wait = m_plan.next(setback, QRandomGenerator::global()->generateDouble());
    m_retry.start(status.wait);
    if (m_isRefused && m_tokenFile)
        m_tokenFile->look(); // another one may have come while this one was judged
    status.wait = m_retry.intervalAsDuration();
    Q_EMIT statusChanged(status);
}

void Session::finish(Status status)
{
    status.state = State::Ended;
    if (m_isStopping)
        status.text.clear();
    Q_EMIT statusChanged(status);
    Q_EMIT ended();
}

bool Session::send(ws::Opcode opcode, QByteArrayView payload)
{
    return isOpen() && m_link->send(opcode, payload);
}

void Session::flush()
{
    if (m_link)
        m_link->flush();
}

void Session::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    if (m_link)
        m_link->setPaused(isPaused);
}

} // namespace relay::client::session

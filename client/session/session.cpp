// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/session.h"

#include "client/session/jsonsplitter.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

namespace relay::client::session {

namespace {

constexpr qint64 kGoodLifeMs = 5000; // a connection that lived so long was a good one: the next try is soon

qint64 nowMs()
{
    return QDeadlineTimer::current().deadline();
}

void disposeOf(Link *link)
{
    if (link)
        link->deleteLater();
}

bool isRefusal(int status)
{
    return status / 100 == 4 && status != 408 && status != 429;
}

QString told(int status, const QString &text)
{
    if (status == 0)
        return text;
    return text.isEmpty() ? QStringLiteral("status %1").arg(status)
                          : QStringLiteral("%1 (status %2)").arg(text).arg(status);
}

} // namespace

std::variant<Target, QString> makeTarget(const QString &url, const QString &tokenFile, const QByteArray &token)
{
    Target target { {}, {}, tokenFile, token };
    if (url.startsWith(u"ws:") || url.startsWith(u"wss:")) {
        auto address = parseAddress(url);
        if (const auto *fault = std::get_if<QString>(&address))
            return *fault;
        target.address = std::get<Address>(address);
        return target;
    }
    auto access = parseAccessUrl(url);
    if (const auto *fault = std::get_if<QString>(&access))
        return *fault;
    if (tokenFile.isEmpty() && token.isEmpty())
        return QStringLiteral("%1 is an access point, which wants a token: give --token-file, or dial ws:// or wss://")
            .arg(url);
    target.access = std::get<QUrl>(access);
    return target;
}

Session::Session(Target target, SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_options(std::move(options))
    , m_access(m_options.link.tls, m_options.link.userAgent)
    , m_link(nullptr, disposeOf)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Session::attempt);
    connect(&m_access, &AccessCall::granted, this, [this](const QString &uri) {
        auto address = parseAddress(uri);
        if (const auto *fault = std::get_if<QString>(&address))
            again(*fault, 0, false);
        else
            dial(std::get<Address>(address));
    });
    connect(&m_access, &AccessCall::refused, this, [this](const AccessFault &fault) {
        again(told(fault.status, fault.text), fault.retryAfter, isRefusal(fault.status));
    });
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
        Q_EMIT ended();
}

QByteArray Session::currentToken(QString &error) const
{
    if (m_target.tokenFile.isEmpty())
        return m_target.token;
    QFile file(m_target.tokenFile);
    constexpr qint64 kMost = 64 * 1024;
    if (!file.open(QIODevice::ReadOnly)) {
        error = QStringLiteral("cannot read the token in %1: %2").arg(m_target.tokenFile, file.errorString());
        return {};
    }
    const QByteArray token = file.read(kMost).trimmed();
    if (token.isEmpty() || token.contains('\n'))
        error = QStringLiteral("there is no token in %1").arg(m_target.tokenFile);
    return token;
}

void Session::attempt()
{
    if (m_target.access.isEmpty()) {
        dial(m_target.address);
        return;
    }
    QString error;
    const QByteArray token = currentToken(error);
    if (!error.isEmpty()) {
        again(error, 0, true);
        return;
    }
    tell(Status::State::Asking);
    const bool isSecure = m_target.access.scheme() == u"https";
    m_access.ask(m_target.access, token, proxyFor(isSecure, m_target.access.host(), m_options.environment));
}

void Session::dial(const Address &address)
{
    tell(Status::State::Dialling);
    LinkOptions options = m_options.link;
    options.proxy = proxyFor(address.isSecure, address.host, m_options.environment);
    m_link.reset(new Link(address, options));
    connect(m_link.get(), &Link::opened, this, [this] {
        m_openedAt = nowMs();
        tell(Status::State::Open);
        Q_EMIT opened();
    });
    connect(m_link.get(), &Link::message, this, &Session::give);
    connect(m_link.get(), &Link::drained, this, &Session::drained);
    connect(m_link.get(), &Link::ended, this, &Session::linkEnded);
    m_link->open();
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
    const qint64 openedAt = std::exchange(m_openedAt, 0);
    const bool wasOpen = openedAt > 0;
    if (wasOpen && nowMs() - openedAt >= kGoodLifeMs)
        m_backoff.reset();
    Q_EMIT closed(ending);
    QString text = told(ending.status, ending.text);
    if (wasOpen)
        text = QStringLiteral("closed with %1").arg(ending.code) + (text.isEmpty() ? QString() : QString(u": " + text));
    again(text, ending.retryAfter, isRefusal(ending.status));
}

void Session::again(const QString &text, int retryAfter, bool isRefused)
{
    if (m_isStopping || !m_options.reconnects) {
        tell(Status::State::Ended, m_isStopping ? QString() : text, 0, isRefused);
        Q_EMIT ended();
        return;
    }
    const auto own = m_backoff.next(QRandomGenerator::global()->generateDouble()).count();
    const int waitMs = int(std::max<qint64>(own, qint64(retryAfter) * 1000));
    tell(Status::State::Waiting, text, waitMs, isRefused);
    m_retry.start(waitMs);
}

bool Session::send(ws::Opcode opcode, QByteArrayView payload)
{
    if (!isOpen())
        return false;
    m_link->send(opcode, payload);
    return true;
}

void Session::tell(Status::State state, const QString &text, int waitMs, bool isRefused)
{
    Q_EMIT statusChanged({ state, text, waitMs, isRefused });
}

} // namespace relay::client::session

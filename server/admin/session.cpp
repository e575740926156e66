// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/session.h"

#include "common/admin/acts.h"
#include "server/admin/features.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace relay::admin {

namespace {

QByteArray helloLine(const Shared &shared, const Identity &identity)
{
    const ServerInfo &info = shared.info;
    const QJsonObject server {
        { QStringLiteral("name"), info.name },       { QStringLiteral("version"), info.version },
        { QStringLiteral("epoch"), info.epoch },     { QStringLiteral("startedAt"), qint64(info.startedAt) },
        { QStringLiteral("pid"), qint64(info.pid) }, { QStringLiteral("mode"), QString(info.mode()) }
    };
    const QJsonObject auth { { QStringLiteral("uid"), qint64(identity.credentials.uid) },
                             { QStringLiteral("user"), identity.user },
                             { QStringLiteral("role"), QString(kRoleNames.at(std::size_t(identity.role))) } };
    const QJsonObject limits { { QStringLiteral("lineBytes"), qint64(kClientLineLimit) },
                               { QStringLiteral("rowsPerMessage"), kRowsPerMessage },
                               { QStringLiteral("minIntervalMs"), qint64(kMinInterval.count()) },
                               { QStringLiteral("maxTaps"), shared.taps->isOn() ? tap::kMaxOpen : 0 } };
    return notificationLine(notification::kHello,
                            { { QStringLiteral("protocol"), QJsonArray { QString(kProtocol) } },
                              { QStringLiteral("server"), server },
                              { QStringLiteral("features"), QJsonArray::fromStringList(featuresOf(shared)) },
                              { QStringLiteral("auth"), auth },
                              { QStringLiteral("limits"), limits } });
}

} // namespace

Session::Session(Shared &shared, Wire &wire, Identity identity, const Moment &now)
    : m_shared(shared)
    , m_wire(wire)
    , m_identity(std::move(identity))
    , m_now(now)
    , m_startedAt(now.steady)
{
    ++m_shared.sessions;
    m_wire.write(helloLine(m_shared, m_identity));
}

Session::~Session()
{
    --m_shared.sessions;
}

void Session::receive(QByteArrayView bytes, const Moment &now)
{
    m_now = now;
    m_lines.append(bytes);
    processLines();
    pump();
}

void Session::advance(const Moment &now)
{
    m_now = now;
    processLines();
    tidyTaps();
    pump();
    checkDeadlines();
}

void Session::sayGoodbye(const QString &reason)
{
    if (m_isClosed)
        return;
    m_wire.write(
        notificationLine(notification::kGoingDown,
                         { { QStringLiteral("at"), qint64(m_now.wall) }, { QStringLiteral("reason"), reason } }));
    end();
}

void Session::tell(const QByteArray &line)
{
    if (m_isOpen && !m_isClosed)
        m_wire.write(line);
}

bool Session::wantsInput() const
{
    return !m_isClosed && m_inFlight < kMaxInFlight && m_wire.pendingBytes() <= kReplyBacklog
        && m_lines.bufferedBytes() <= kClientLineLimit;
}

void Session::processLines()
{
    while (!m_isClosed && m_inFlight < kMaxInFlight && m_wire.pendingBytes() <= kReplyBacklog) {
        const auto line = m_lines.next();
        if (m_lines.isOverlong()) {
            fail({},
                 { ErrorClass::ParseError, QStringLiteral("The line is longer than %1 bytes.").arg(kClientLineLimit) });
            return;
        }
        if (!line)
            return;
        if (!isComment(*line))
            handleLine(*line);
    }
}

void Session::handleLine(const QByteArray &line)
{
    const auto parsed = parseRequest(line);
    if (const auto *error = std::get_if<Error>(&parsed)) {
        if (error->kind == ErrorClass::ParseError)
            fail({}, *error);
        else
            m_wire.write(errorLine({}, *error));
        return;
    }
    handle(std::get<Request>(parsed));
}

void Session::handle(const Request &request)
{
    const Method *method = findMethod(request.method);
    if (!m_isOpen && request.method != method::kSessionOpen)
        return answer(request.id, Error { ErrorClass::NotOpen, QStringLiteral("Call session.open first.") });
    if (!method)
        return answer(
            request.id,
            Error { ErrorClass::MethodNotFound, QStringLiteral("There is no method \"%1\".").arg(request.method) });
    if (method->role > m_identity.role)
        return refuseFor(request, *method);
    if (const auto unknown = Arguments::findUnknown(request.params, method->arguments))
        return answer(request.id, *unknown);
    if (method->order)
        return order(request, *method);
    Arguments arguments(request.params);
    const Outcome outcome = method->run ? method->run(context(), arguments) : callOfSession(request);
    if (method->role > Role::Viewer)
        audit(request, outcome);
    answer(request.id, outcome);
}

void Session::answer(const QJsonValue &id, const Outcome &outcome)
{
    if (id.isUndefined() || m_isClosed)
        return; // nobody asked for an answer
    if (const auto *error = std::get_if<Error>(&outcome))
        m_wire.write(errorLine(id, *error));
    else
        m_wire.write(resultLine(id, std::get<QByteArray>(outcome)));
}

void Session::fail(const QJsonValue &id, const Error &error)
{
    m_wire.write(errorLine(id, error));
    end();
}

void Session::end()
{
    m_isClosed = true;
    m_channels.clear();
    m_taps.clear();
    m_wire.close();
}

void Session::pump()
{
    const std::size_t count = m_channels.size() + m_taps.size();
    if (m_isClosed || count == 0 || m_wire.pendingBytes() > 0)
        return;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t turn = (m_turn + i) % count;
        Channel &channel = turn < m_channels.size() ? *m_channels[turn] : *m_taps[turn - m_channels.size()];
        const auto line = channel.next(m_now);
        if (!line)
            continue;
        m_turn = turn + 1;
        m_wire.write(*line);
        return; // the next one when this one has left
    }
}

void Session::checkDeadlines()
{
    if (m_isClosed)
        return;
    if (!m_isOpen && m_now.steady - m_startedAt > kOpenDeadline.count())
        return fail({},
                    { ErrorClass::NotOpen,
                      QStringLiteral("No session.open came within %1 seconds.").arg(kOpenDeadline.count() / 1000) });
    if (m_wire.pendingBytes() <= kStuckBytes) {
        m_stuckSince = 0;
        return;
    }
    if (m_stuckSince == 0)
        m_stuckSince = m_now.steady;
    if (m_now.steady - m_stuckSince > kStuckMs)
        fail({}, { ErrorClass::Busy, QStringLiteral("You do not read what you asked for.") });
}

} // namespace relay::admin

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/session.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace relay::admin {

namespace {

constexpr int kMaxKickIds = 1000;
constexpr std::int64_t kLongestInterval = 3'600'000;

QByteArray helloLine(const ServerInfo &info, const Identity &identity)
{
    const QJsonObject server { { QStringLiteral("name"), info.name },       { QStringLiteral("version"), info.version },
                               { QStringLiteral("epoch"), info.epoch },     { QStringLiteral("startedAt"), qint64(info.startedAt) },
                               { QStringLiteral("pid"), qint64(info.pid) } };
    const QJsonObject auth { { QStringLiteral("uid"), qint64(identity.credentials.uid) },
                             { QStringLiteral("user"), identity.user },
                             { QStringLiteral("role"), QString(kRoleNames.at(std::size_t(identity.role))) } };
    const QJsonObject limits { { QStringLiteral("lineBytes"), qint64(kClientLineLimit) },
                               { QStringLiteral("rowsPerMessage"), kRowsPerMessage },
                               { QStringLiteral("minIntervalMs"), qint64(kMinInterval.count()) },
                               { QStringLiteral("maxTaps"), 0 } };
    return notificationLine(notification::kHello,
                            { { QStringLiteral("protocol"), QJsonArray { QString(kProtocol) } },
                              { QStringLiteral("server"), server },
                              { QStringLiteral("features"), QJsonArray {} },
                              { QStringLiteral("auth"), auth },
                              { QStringLiteral("limits"), limits } });
}

//! The members of "client" are for the log only, but a wrong type is a mistake all the same.
std::optional<Error> checkOpenShapes(const QJsonObject &params)
{
    const QJsonValue client = params.value(QLatin1String("client"));
    if (!client.isUndefined() && !client.isObject())
        return Error { ErrorClass::InvalidParams, QStringLiteral("\"client\" must be an object.") };
    const QJsonValue features = params.value(QLatin1String("features"));
    if (!features.isUndefined() && !features.isArray())
        return Error { ErrorClass::InvalidParams, QStringLiteral("\"features\" must be a list.") };
    return std::nullopt;
}

std::optional<Role> roleNamed(const QString &name)
{
    const auto found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
    return found == kRoleNames.end() ? std::nullopt : std::optional(Role(found - kRoleNames.begin()));
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
    m_wire.write(helloLine(m_shared.info, m_identity));
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
    pump();
    checkDeadlines();
}

void Session::sayGoodbye(const QString &reason)
{
    if (m_isClosed)
        return;
    m_wire.write(notificationLine(notification::kGoingDown, { { QStringLiteral("at"), qint64(m_now.wall) },
                                                              { QStringLiteral("reason"), reason } }));
    end();
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
            fail({}, { ErrorClass::ParseError, QStringLiteral("The line is longer than %1 bytes.").arg(kClientLineLimit) });
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
        return answer(request.id, Error { ErrorClass::MethodNotFound, QStringLiteral("There is no method \"%1\".").arg(request.method) });
    if (method->role > m_identity.role)
        return answer(request.id, Error { ErrorClass::NotPermitted,
                                          QStringLiteral("%1 needs the role %2; yours is %3.")
                                              .arg(request.method, QString(kRoleNames.at(std::size_t(method->role))),
                                                   QString(kRoleNames.at(std::size_t(m_identity.role)))) });
    if (const auto unknown = Arguments::findUnknown(request.params, method->arguments))
        return answer(request.id, *unknown);
    if (request.method == method::kConnectionsKick)
        return kick(request);
    if (!method->run)
        return answer(request.id, callOfSession(request));
    Arguments arguments(request.params);
    const CallContext context { m_shared.ledger, m_shared.info, m_identity, m_now.wall, m_shared.sessions };
    answer(request.id, method->run(context, arguments));
}

Outcome Session::callOfSession(const Request &request)
{
    Arguments arguments(request.params);
    if (request.method == method::kSessionOpen)
        return open(arguments, request.params);
    if (request.method == method::kSubscribe)
        return subscribe(arguments);
    if (request.method == method::kUnsubscribe)
        return unsubscribe(arguments);
    return resync(arguments);
}

Outcome Session::open(Arguments &arguments, const QJsonObject &params)
{
    const QString protocol = arguments.text(QLatin1String("protocol"), 64);
    const QString wanted = arguments.text(QLatin1String("role"), 16, QString());
    if (arguments.error())
        return *arguments.error();
    if (auto error = checkOpenShapes(params))
        return *error;
    if (m_isOpen)
        return Error { ErrorClass::Conflict, QStringLiteral("The session is open already.") };
    if (protocol != kProtocol)
        return Error { ErrorClass::UnknownProtocol, QStringLiteral("This server speaks %1 only.").arg(QString(kProtocol)) };
    const auto role = wanted.isEmpty() ? std::optional(m_identity.role) : roleNamed(wanted);
    if (!role)
        return Error { ErrorClass::InvalidParams, QStringLiteral("\"role\" must be viewer, tap, operator or admin.") };
    if (*role > m_identity.role)
        return Error { ErrorClass::NotPermitted,
                       QStringLiteral("You are %1 here; a session may ask for less, not for more.")
                           .arg(QString(kRoleNames.at(std::size_t(m_identity.role)))) };
    m_identity.role = *role;
    m_isOpen = true;
    JsonWriter out;
    out.beginObject();
    out.key("protocol");
    out.text(protocol);
    out.key("role");
    out.text(QString(kRoleNames.at(std::size_t(*role))));
    out.key("features");
    out.raw("[]");
    out.endObject();
    return out.take();
}

Outcome Session::subscribe(Arguments &arguments)
{
    Subscription::Setup setup;
    setup.name = arguments.text(QLatin1String("sub"), 64);
    setup.stream = arguments.text(QLatin1String("stream"), 64);
    setup.interval = std::chrono::milliseconds(arguments.integer(
        QLatin1String("intervalMs"), { kMinInterval.count(), kLongestInterval }, kDefaultInterval.count()));
    setup.epoch = m_shared.info.epoch;
    SourceRequest request { setup.stream, arguments.texts(QLatin1String("columns"), 64), {}, m_shared.info.startedAt };
    const QString filter = arguments.text(QLatin1String("filter"), 1024, QString());
    if (arguments.error())
        return *arguments.error();
    if (findSubscription(setup.name) != m_subscriptions.end())
        return Error { ErrorClass::Conflict, QStringLiteral("There is a subscription \"%1\" already.").arg(setup.name) };
    if (m_subscriptions.size() >= kMaxSubscriptions)
        return Error { ErrorClass::LimitReached, QStringLiteral("A session may have %1 subscriptions.").arg(kMaxSubscriptions) };
    auto parsed = Filter::parse(filter);
    if (auto *error = std::get_if<Error>(&parsed))
        return std::move(*error);
    request.filter = std::move(std::get<Filter>(parsed));
    auto source = makeSource(request, m_shared.ledger);
    if (auto *error = std::get_if<Error>(&source))
        return std::move(*error);
    m_subscriptions.emplace_back(setup, std::move(std::get<std::unique_ptr<Source>>(source)));

    JsonWriter out;
    out.beginObject();
    out.key("sub");
    out.text(setup.name);
    out.key("stream");
    out.text(setup.stream);
    out.key("epoch");
    out.text(setup.epoch);
    out.key("intervalMs");
    out.number(std::int64_t { setup.interval.count() });
    out.key("columns");
    m_subscriptions.back().source().writeColumns(out);
    out.endObject();
    return out.take();
}

Outcome Session::unsubscribe(Arguments &arguments)
{
    const QString name = arguments.text(QLatin1String("sub"), 64);
    if (arguments.error())
        return *arguments.error();
    const auto found = findSubscription(name);
    if (found == m_subscriptions.end())
        return Error { ErrorClass::NotFound, QStringLiteral("There is no subscription \"%1\".").arg(name) };
    m_subscriptions.erase(found);
    return QByteArrayLiteral("{}");
}

Outcome Session::resync(Arguments &arguments)
{
    const QString name = arguments.text(QLatin1String("sub"), 64);
    if (arguments.error())
        return *arguments.error();
    const auto found = findSubscription(name);
    if (found == m_subscriptions.end())
        return Error { ErrorClass::NotFound, QStringLiteral("There is no subscription \"%1\".").arg(name) };
    found->restart();
    return QByteArrayLiteral("{}");
}

void Session::kick(const Request &request)
{
    Arguments arguments(request.params);
    KickDesk::Order order;
    order.ids = arguments.ids(QLatin1String("ids"), kMaxKickIds);
    order.reason = arguments.text(QLatin1String("reason"), 1024, QString());
    order.requestKey = arguments.text(QLatin1String("requestKey"), 128, QString());
    if (arguments.error())
        return answer(request.id, *arguments.error());
    ++m_inFlight;
    m_shared.kicks.take(m_identity, order, [this, alive = std::weak_ptr(m_alive), id = request.id](const Outcome &result) {
        if (alive.expired())
            return;
        --m_inFlight;
        answer(id, result);
    });
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
    m_subscriptions.clear();
    m_wire.close();
}

void Session::pump()
{
    if (m_isClosed || m_subscriptions.empty() || m_wire.pendingBytes() > 0)
        return;
    for (std::size_t i = 0; i < m_subscriptions.size(); ++i) {
        Subscription &subscription = m_subscriptions[(m_turn + i) % m_subscriptions.size()];
        const auto line = subscription.next(m_now);
        if (!line)
            continue;
        m_turn = (m_turn + i + 1) % m_subscriptions.size();
        m_wire.write(*line);
        return; // the next one when this one has left
    }
}

void Session::checkDeadlines()
{
    if (m_isClosed)
        return;
    if (!m_isOpen && m_now.steady - m_startedAt > kOpenDeadline.count())
        return fail({}, { ErrorClass::NotOpen, QStringLiteral("No session.open came within %1 seconds.").arg(kOpenDeadline.count() / 1000) });
    if (m_wire.pendingBytes() <= kStuckBytes) {
        m_stuckSince = 0;
        return;
    }
    if (m_stuckSince == 0)
        m_stuckSince = m_now.steady;
    if (m_now.steady - m_stuckSince > kStuckMs)
        fail({}, { ErrorClass::Busy, QStringLiteral("You do not read what you asked for.") });
}

std::vector<Subscription>::iterator Session::findSubscription(const QString &name)
{
    return std::find_if(m_subscriptions.begin(), m_subscriptions.end(),
                        [&](const Subscription &subscription) { return subscription.name() == name; });
}

} // namespace relay::admin

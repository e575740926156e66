// SPDX-License-Identifier: GPL-3.0-or-later
// The calls that belong to one session: opening it, its subscriptions, orders. See session.cpp for the conversation.
#include "server/admin/audit.h"
#include "server/admin/session.h"

#include <algorithm>
#include <utility>

namespace relay::admin {

namespace {

constexpr std::int64_t kLongestInterval = 3'600'000;

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
        return Error { ErrorClass::UnknownProtocol,
                       QStringLiteral("This server speaks %1 only.").arg(QString(kProtocol)) };
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
    out.raw("[\"shells\"]");
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
        return Error { ErrorClass::LimitReached,
                       QStringLiteral("A session may have %1 subscriptions.").arg(kMaxSubscriptions) };
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

CallContext Session::context() const
{
    return { m_shared.ledger, m_shared.info, m_shared.kicker,  m_shared.bookings,
             m_identity,      m_now.wall,    m_shared.sessions };
}

void Session::order(const Request &request, const Method &method)
{
    Arguments arguments(request.params);
    (void)arguments.text(QLatin1String("requestKey"), 128, QString());
    if (arguments.error())
        return answer(request.id, *arguments.error());
    ++m_inFlight;
    auto remembering
        = m_shared.requests.begin({ m_identity.credentials.uid, request.method, request.params },
                                  [this, alive = std::weak_ptr(m_alive), id = request.id](const Outcome &result) {
                                      if (alive.expired())
                                          return;
                                      --m_inFlight;
                                      answer(id, result);
                                  });
    if (remembering)
        method.order(context(), arguments, *std::move(remembering));
}

void Session::refuseFor(const Request &request, const Method &method)
{
    const Error error { ErrorClass::NotPermitted,
                        QStringLiteral("%1 needs the role %2; yours is %3.")
                            .arg(request.method, QString(kRoleNames.at(std::size_t(method.role))),
                                 QString(kRoleNames.at(std::size_t(m_identity.role)))) };
    // Once, since whoever may not do it could fill the log with it.
    if (method.order && !std::exchange(m_hasOverstepped, true))
        audit(m_identity, { request.method, QStringLiteral("asked for"), {} }, error);
    answer(request.id, error);
}

std::vector<Subscription>::iterator Session::findSubscription(const QString &name)
{
    return std::find_if(m_subscriptions.begin(), m_subscriptions.end(),
                        [&](const Subscription &subscription) { return subscription.name() == name; });
}

} // namespace relay::admin

// SPDX-License-Identifier: GPL-3.0-or-later
// The calls that belong to one session: opening it, its subscriptions, orders. See session.cpp for the conversation.
#include "common/admin/acts.h"
#include "server/admin/features.h"
#include "server/admin/jobrows.h"
#include "server/admin/notices.h"
#include "server/admin/session.h"
#include "server/admin/taprows.h"

#include <algorithm>
#include <utility>

namespace relay::admin {

namespace {

constexpr std::int64_t kLongestInterval = 3'600'000;
constexpr qsizetype kLongestClient = 64; // characters of the name that a program gives itself

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
    if (request.method == method::kTapOpen)
        return openTap(arguments);
    if (request.method == method::kTapClose)
        return closeTap(arguments);
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
    m_client = params.value(QLatin1String("client")).toObject().value(QLatin1String("name")).toString();
    m_client.truncate(kLongestClient);
    JsonWriter out;
    out.beginObject();
    out.key("protocol");
    out.text(protocol);
    out.key("role");
    out.text(QString(kRoleNames.at(std::size_t(*role))));
    out.key("features");
    out.beginArray();
    const QStringList features = featuresOf(m_shared);
    for (const QString &feature : features)
        out.text(feature);
    out.endArray();
    out.endObject();
    return out.take();
}

Outcome Session::subscribe(Arguments &arguments)
{
    const QString name = arguments.text(QLatin1String("sub"), 64);
    const QString stream = arguments.text(QLatin1String("stream"), 64);
    if (arguments.error())
        return *arguments.error();
    if (findSubscription(name) != m_channels.end())
        return Error { ErrorClass::Conflict, QStringLiteral("There is a subscription \"%1\" already.").arg(name) };
    if (m_channels.size() >= kMaxSubscriptions)
        return Error { ErrorClass::LimitReached,
                       QStringLiteral("A session may have %1 subscriptions.").arg(kMaxSubscriptions) };
    auto made = makeChannel(name, stream, arguments);
    if (auto *error = std::get_if<Error>(&made))
        return std::move(*error);
    m_channels.push_back(std::get<std::unique_ptr<Channel>>(std::move(made)));

    JsonWriter out;
    out.beginObject();
    out.key("sub");
    out.text(name);
    out.key("stream");
    out.text(stream);
    m_channels.back()->writeAnswer(out);
    out.endObject();
    return out.take();
}

std::variant<std::unique_ptr<Channel>, Error> Session::makeChannel(const QString &name, const QString &stream,
                                                                   Arguments &arguments)
{
    if (auto notices = makeNotices(name, stream, arguments, m_shared))
        return *std::move(notices);
    Subscription::Setup setup { name, stream, m_shared.info.epoch };
    setup.interval = std::chrono::milliseconds(arguments.integer(
        QLatin1String("intervalMs"), { kMinInterval.count(), kLongestInterval }, kDefaultInterval.count()));
    SourceRequest request { stream, arguments.texts(QLatin1String("columns"), 64), {}, m_shared.info.startedAt };
    const QString filter = arguments.text(QLatin1String("filter"), 1024, QString());
    if (arguments.error())
        return *arguments.error();
    if (stream == stream::kJobs)
        return std::make_unique<JobChannel>(name, *m_shared.jobs);
    if (stream == stream::kTaps)
        return std::make_unique<Subscription>(std::move(setup), std::make_unique<TapSource>(*m_shared.taps));
    auto parsed = Filter::parse(filter);
    if (auto *error = std::get_if<Error>(&parsed))
        return std::move(*error);
    request.filter = std::move(std::get<Filter>(parsed));
    auto source = makeSource(request, m_shared.ledger);
    if (auto *error = std::get_if<Error>(&source))
        return std::move(*error);
    return std::make_unique<Subscription>(std::move(setup), std::move(std::get<std::unique_ptr<Source>>(source)));
}

Outcome Session::unsubscribe(Arguments &arguments)
{
    const QString name = arguments.text(QLatin1String("sub"), 64);
    if (arguments.error())
        return *arguments.error();
    const auto found = findSubscription(name);
    if (found == m_channels.end())
        return Error { ErrorClass::NotFound, QStringLiteral("There is no subscription \"%1\".").arg(name) };
    m_channels.erase(found);
    return QByteArrayLiteral("{}");
}

Outcome Session::resync(Arguments &arguments)
{
    const QString name = arguments.text(QLatin1String("sub"), 64);
    if (arguments.error())
        return *arguments.error();
    const auto found = findSubscription(name);
    if (found == m_channels.end())
        return Error { ErrorClass::NotFound, QStringLiteral("There is no subscription \"%1\".").arg(name) };
    (*found)->restart();
    return QByteArrayLiteral("{}");
}

CallContext Session::context() const
{
    return { .ledger = m_shared.ledger,
             .info = m_shared.info,
             .kicker = m_shared.kicker,
             .bookings = m_shared.bookings,
             .identity = m_identity,
             .now = m_now.wall,
             .sessions = m_shared.sessions,
             .chronicle = m_shared.chronicle,
             .steady = m_now.steady,
             .jobs = m_shared.jobs,
             .denials = m_shared.denials,
             .taps = m_shared.taps,
             .drain = m_shared.drain,
             .facilities = m_shared.facilities,
             .wayHome = m_shared.wayHome };
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
    if (!remembering)
        return; // done before, and recorded then
    // Whoever asked may be gone when it is done; it is recorded all the same.
    method.order(context(), arguments,
                 [&chronicle = m_shared.chronicle, who = m_identity, client = m_client, request,
                  answer = *std::move(remembering)](const Outcome &outcome) {
                     chronicle.audit({ who, client }, request.method, request.params, outcome);
                     answer(outcome);
                 });
}

void Session::audit(const Request &request, const Outcome &outcome)
{
    m_shared.chronicle.audit({ m_identity, m_client }, request.method, request.params, outcome);
}

void Session::refuseFor(const Request &request, const Method &method)
{
    const Error error { ErrorClass::NotPermitted,
                        QStringLiteral("%1 needs the role %2; yours is %3.")
                            .arg(request.method, QString(kRoleNames.at(std::size_t(method.role))),
                                 QString(kRoleNames.at(std::size_t(m_identity.role)))) };
    // Each method once, since whoever may not do it could fill the log with it.
    if (!m_overstepped.contains(request.method)) {
        m_overstepped << request.method;
        audit(request, error);
    }
    answer(request.id, error);
}

Session::Channels::iterator Session::findSubscription(const QString &name)
{
    return std::find_if(m_channels.begin(), m_channels.end(),
                        [&](const auto &channel) { return channel->name() == name; });
}

} // namespace relay::admin

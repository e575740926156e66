// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/monitoroptions.h"

#include "client/monitor/expansion.h"
#include "client/monitor/monitorsecret.h"
#include "client/monitor/monitortable.h"
#include "client/monitor/monitortoken.h"
#include "client/session/trust.h"
#include "common/config/load.h"

#include <QDateTime>
#include <QHostAddress>
#include <QSysInfo>

#include <algorithm>

namespace relay::client::monitor {

namespace {

config::Exit refusal(const QString &sentence)
{
    return { 2, u"relay monitor: " + sentence + u'\n', true };
}

//! A URL that was given: an access point with a token, or a websocket.
std::optional<config::Exit> takeUrl(const config::Settings &settings, MonitorOptions &options)
{
    const QString url = settings.positionals().constFirst();
    if (settings.source(u"audience") == config::Source::Flag)
        return refusal(u"there is both an address and --audience; give one of them"_qs);
    if (settings.isSet(u"secret-file") && settings.source(u"secret-file") == config::Source::Flag)
        return refusal(u"a secret is for --audience; with an address give --token-file"_qs);
    auto target = session::makeTarget(url, settings.text(u"token-file"), settings.text(u"token").toUtf8());
    if (const auto *fault = std::get_if<QString>(&target))
        return refusal(*fault);
    options.target = std::get<session::Target>(std::move(target));
    options.identity = identityOf(QUrl(url));
    return {};
}

//! The session's access point below an audience.
QString sessionUrl(const QString &audience, const QString &topic)
{
    const QString base = audience.endsWith(u'/') ? audience.chopped(1) : audience;
    return base + u"/session/" + QString::fromLatin1(QUrl::toPercentEncoding(topic));
}

std::optional<config::Exit> takeAudience(const config::Settings &settings, const QProcessEnvironment &environment,
                                         MonitorOptions &options)
{
    const QString audience = settings.text(u"audience");
    if (audience.isEmpty())
        return refusal(u"where to? Give the address of a websocket or of an access point, or --audience and a secret "
                       "(RELAY_MONITOR_AUDIENCE, RELAY_MONITOR_SECRET)."_qs);
    if (settings.isSet(u"token-file") || settings.isSet(u"token"))
        return refusal(u"with --audience the monitor makes its tokens by itself; a token goes with an address"_qs);
    const auto access = session::parseAccessUrl(sessionUrl(audience, settings.text(u"topic")));
    if (const auto *fault = std::get_if<QString>(&access))
        return refusal(*fault);
    auto secret = secretOf(settings, environment);
    if (const auto *fault = std::get_if<QString>(&secret))
        return refusal(*fault);
    auto &found = std::get<relay::token::Secret>(secret);
    if (!found.warning.isEmpty())
        options.warnings << found.warning;
    const TokenTerms terms { audience, settings.text(u"topic"), found.bytes,
                             std::chrono::duration_cast<std::chrono::seconds>(options.reconnectEvery) };
    options.target.access = std::get<QUrl>(access);
    options.target.makeToken = [terms]() -> std::variant<QByteArray, QString> {
        QByteArray token = monitorToken(terms, QDateTime::currentSecsSinceEpoch());
        if (token.isEmpty())
            return u"OpenSSL refuses to sign with this secret; a longer one may do"_qs;
        return token;
    };
    options.identity = { {}, audience, terms.topic };
    return {};
}

void takeTimes(const config::Settings &settings, MonitorOptions &options)
{
    options.threshold = settings.duration(u"threshold");
    options.interval = settings.duration(u"interval");
    options.lostAfter = std::max(settings.duration(u"lost-after"), options.threshold);
    options.reconnectEvery = settings.duration(u"reconnect-every");
    options.missesForAlarm = int(settings.integer(u"trigger-after-misses"));
    options.noRetriggerWithin = settings.duration(u"no-retrigger-within");
    options.count = settings.integer(u"count");
}

std::optional<config::Exit> takeOutput(const config::Settings &settings, const QProcessEnvironment &environment,
                                       MonitorOptions &options)
{
    if (const QString command = settings.text(u"command"); !command.isEmpty()) {
        options.command = wordsOf(command, environment);
        if (options.command.isEmpty() || options.command.constFirst().isEmpty())
            return refusal(u"--command names no program: nothing is left of it once its variables are put in"_qs);
    }
    if (const QString address = settings.text(u"metrics"); !address.isEmpty()) {
        options.metrics = parseMetricsAddress(address);
        if (!options.metrics)
            return settings.refuse(u"metrics", u"must be an address and a port, such as 127.0.0.1:9106 or :9106"_qs);
    }
    options.identity.node = settings.text(u"node");
    if (options.identity.node.isEmpty())
        options.identity.node = QSysInfo::machineHostName();
    options.isJson = settings.isOn(u"json");
    options.isQuiet = settings.isOn(u"quiet");
    options.logLevel = log::levelOf(settings.text(u"log-level")).value_or(log::Level::Warn);
    options.logForm = log::formOf(settings.text(u"log-format")).value_or(log::Form::Text);
    options.logFile = settings.text(u"log-file");
    return {};
}

} // namespace

std::variant<MonitorOptions, config::Exit> readMonitorOptions(const QStringList &words,
                                                              const QProcessEnvironment &environment)
{
    const config::OptionTable table = monitorTable();
    auto loaded = config::load(table, QStringList { table.program } + words, environment);
    if (auto *exit = std::get_if<config::Exit>(&loaded))
        return std::move(*exit);
    const auto &settings = std::get<config::Settings>(loaded);
    MonitorOptions options;
    takeTimes(settings, options);
    if (options.threshold <= Time(0))
        return settings.refuse(u"threshold", u"must be a time above 0, such as 200ms"_qs);
    auto exit
        = settings.positionals().isEmpty() ? takeAudience(settings, environment, options) : takeUrl(settings, options);
    if (!exit)
        exit = takeOutput(settings, environment, options);
    if (exit)
        return *std::move(exit);
    options.session.link.userAgent = "relay-monitor/" RELAY_VERSION;
    options.session.environment = environment;
    if (const QString fault = session::trust(settings.text(u"ca-file"), options.session.link.tls); !fault.isEmpty())
        return refusal(fault);
    return options;
}

std::optional<MetricsAddress> parseMetricsAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const ushort port = colon < 0 ? ushort(0) : QStringView(text).sliced(colon + 1).toUShort(&isNumber);
    if (!isNumber)
        return {};
    QString host = text.left(colon);
    if (host.isEmpty() || host == u"localhost")
        return MetricsAddress { u"127.0.0.1"_qs, port };
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    else if (host.contains(u':'))
        return {}; // an IPv6 address needs its brackets, or the port could be a part of it
    return QHostAddress(host).isNull() ? std::nullopt : std::optional(MetricsAddress { host, port });
}

Identity identityOf(const QUrl &url)
{
    const QString root
        = url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    const QString path = url.path(QUrl::FullyDecoded);
    const QString word = u"/session/"_qs;
    if (const qsizetype at = path.lastIndexOf(word); at >= 0)
        return { {}, root + path.left(at), path.sliced(at + word.size()) };
    return { {}, root, path };
}

} // namespace relay::client::monitor

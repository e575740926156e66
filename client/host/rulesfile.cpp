// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/rulesfile.h"

#include "client/host/rulejson.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

namespace relay::client::host {

namespace {

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

//! The object of that name, empty when there is none.
std::variant<QJsonObject, QString> part(const QJsonObject &whole, QLatin1String name)
{
    const QJsonValue value = whole.value(name);
    if (value.isUndefined() || value.isObject())
        return value.toObject();
    return QStringLiteral("\"%1\" must be an object").arg(name);
}

QString addDestinations(const QJsonObject &object, std::vector<Destination> &rules)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        auto rule = it.value().isObject() ? destinationFrom(it.value().toObject())
                                          : std::variant<Destination, QString>(QStringLiteral("it must be an object"));
        if (const auto *fault = std::get_if<QString>(&rule))
            return QStringLiteral("destination \"%1\": %2").arg(it.key(), *fault);
        auto &destination = rules.emplace_back(std::get<Destination>(std::move(rule)));
        destination.id = it.key();
        if (destination.token == kHiddenToken)
            return QStringLiteral("destination \"%1\" has *** where its token should be: that is how a host shows "
                                  "tokens, the file needs the token itself")
                .arg(it.key());
    }
    return {};
}

QString addStreams(const QJsonObject &object, std::vector<StreamRule> &rules)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonObject whole { { QStringLiteral("stream"), it.key() }, { QStringLiteral("feeds"), it.value() } };
        auto rule = streamFrom(whole);
        if (const auto *fault = std::get_if<QString>(&rule))
            return QStringLiteral("stream \"%1\": %2").arg(it.key(), *fault);
        rules.push_back(std::get<StreamRule>(std::move(rule)));
    }
    return {};
}

} // namespace

RulesFile::RulesFile(Rules &rules, QString path, QString unsavedId, QObject *parent)
    : QObject(parent)
    , m_rules(rules)
    , m_path(std::move(path))
    , m_unsavedId(std::move(unsavedId))
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &RulesFile::save);
}

QString RulesFile::load()
{
    QFile file(m_path);
    const QString fault = file.exists() ? read(file) : write(text()); // where nothing can be written is found out now
    connect(&m_rules, &Rules::destinationChanged, this, &RulesFile::changed);
    connect(&m_rules, &Rules::streamChanged, this, &RulesFile::changed);
    return fault;
}

QString RulesFile::read(QFile &file)
{
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("cannot read the rules in %1: %2").arg(m_path, file.errorString());
    if (const QString fault = take(file.readAll()); !fault.isEmpty())
        return QStringLiteral(
                   "the rules in %1 cannot be used: %2. Mend the file, or move it away to begin without rules.")
            .arg(m_path, fault);
    const auto others
        = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if ((file.permissions() & others) && !file.setPermissions(kOwnerOnly))
        Q_EMIT failed(QStringLiteral("others can read the rules in %1, and the tokens in them: %2")
                          .arg(m_path, file.errorString()));
    return {};
}

QString RulesFile::take(const QByteArray &text)
{
    QJsonParseError error {};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset);
    if (!document.isObject())
        return QStringLiteral("it must be one JSON object with \"destinations\" and \"streams\"");
    const auto destinations = part(document.object(), QLatin1String("destinations"));
    const auto streams = part(document.object(), QLatin1String("streams"));
    for (const auto *each : { &destinations, &streams }) {
        if (const auto *fault = std::get_if<QString>(each))
            return *fault;
    }
    std::vector<Destination> destinationRules;
    std::vector<StreamRule> streamRules;
    if (const QString fault = addDestinations(std::get<QJsonObject>(destinations), destinationRules); !fault.isEmpty())
        return fault;
    if (const QString fault = addStreams(std::get<QJsonObject>(streams), streamRules); !fault.isEmpty())
        return fault;
    for (const StreamRule &rule : streamRules)
        m_rules.addStream(rule.stream, rule.feeds);
    for (const Destination &rule : destinationRules)
        m_rules.addDestination(rule);
    return {};
}

QByteArray RulesFile::text() const
{
    auto destinations = m_rules.destinations();
    destinations.erase(m_unsavedId);
    const QByteArray compact = R"({"destinations":)" + toJson(destinations, Tokens::Shown) + R"(,"streams":)"
        + toJson(m_rules.streams()) + '}';
    return QJsonDocument::fromJson(compact).toJson(QJsonDocument::Indented);
}

QString RulesFile::write(const QByteArray &text) const
{
    QSaveFile file(m_path);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    // Before there is anything in it, and also where the file was readable for others until now.
    const bool isOurs = isOpen && file.setPermissions(kOwnerOnly);
    if (isOurs && file.write(text) == text.size() && file.commit())
        return {};
    return QStringLiteral("cannot write the rules to %1: %2").arg(m_path, file.errorString());
}

void RulesFile::changed()
{
    m_isChanged = true;
    m_soon.start(0);
}

void RulesFile::save()
{
    m_soon.stop();
    if (!std::exchange(m_isChanged, false))
        return;
    if (const QString fault = write(text()); !fault.isEmpty())
        Q_EMIT failed(fault);
}

} // namespace relay::client::host

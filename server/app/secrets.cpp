// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/secrets.h"

#include "common/token/secret.h"

#include <QFileInfo>

#include <optional>

namespace relay::app {

namespace {

//! One of the two, by the names that it has.
struct Place
{
    QString option;
    QString fileOption;
    QString variable;
    QString credential;
};

using Found = std::optional<std::variant<token::Secret, QString>>;

Found find(const Place &place, const config::Settings &settings, const QProcessEnvironment &environment)
{
    const QString path = settings.text(place.fileOption);
    const bool isGiven = settings.isSet(place.option);
    if (environment.contains(place.variable) && environment.value(place.variable).isEmpty() && !isGiven)
        return QStringLiteral("%1 is set, but empty; unset it to serve without tokens").arg(place.variable);
    if (isGiven && settings.isSet(place.fileOption))
        return QStringLiteral("there is both a %1 and a %2; give one of them").arg(place.option, place.fileOption);
    if (isGiven)
        return token::checkSecret(settings.text(place.option).toUtf8(), place.option);
    if (settings.isSet(place.fileOption))
        return token::readSecret(path);
    const QString directory = environment.value(QStringLiteral("CREDENTIALS_DIRECTORY"));
    const QString credential = directory + u'/' + place.credential;
    if (!directory.isEmpty() && QFileInfo::exists(credential))
        return token::readSecret(credential);
    return std::nullopt;
}

} // namespace

Secrets readSecrets(const config::Settings &settings, const QProcessEnvironment &environment)
{
    const Place current { u"secret"_qs, u"secret-file"_qs, u"RELAY_SECRET"_qs, u"relay-secret"_qs };
    const Place previous { u"previous-secret"_qs, u"previous-secret-file"_qs, u"RELAY_PREVIOUS_SECRET"_qs,
                           u"relay-previous-secret"_qs };
    Secrets result;
    for (const Place &place : { current, previous }) {
        const Found found = find(place, settings, environment);
        if (!found)
            continue;
        if (const auto *error = std::get_if<QString>(&*found)) {
            result.error = *error;
            return result;
        }
        const auto &secret = std::get<token::Secret>(*found);
        if (!secret.warning.isEmpty())
            result.warnings << secret.warning;
        if (place.option == previous.option && result.secrets.empty()) {
            result.error = QStringLiteral("there is a previous secret, but no secret");
            return result;
        }
        result.secrets.push_back(secret.bytes);
    }
    return result;
}

} // namespace relay::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/secrets.h"

#include "common/token/secret.h"

#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace relay::app {

namespace {

//! One of the two, by the names that it has.
struct Place
{
    QString option;
    QString fileOption;
    QStringList variables; //!< strongest first; of the first there is one with _FILE behind it as well
    QString credential;
};

using Found = std::optional<std::variant<token::Secret, QString>>;

//! Elsewhere an empty variable counts as none; who sets one of these means to have a secret.
QString emptyVariable(const Place &place, const QProcessEnvironment &environment)
{
    const QStringList all = place.variables + QStringList { place.variables.first() + QStringLiteral("_FILE") };
    for (const QString &variable : all) {
        if (environment.contains(variable) && environment.value(variable).isEmpty())
            return variable;
    }
    return {};
}

//! The variable that the option has its value from.
QString setVariable(const Place &place, const QProcessEnvironment &environment)
{
    const auto found = std::find_if(place.variables.begin(), place.variables.end(),
                                    [&](const QString &variable) { return environment.contains(variable); });
    return found == place.variables.end() ? place.variables.first() : *found;
}

Found find(const Place &place, const config::Settings &settings, const QProcessEnvironment &environment)
{
    const bool isGiven = settings.isSet(place.option);
    if (const QString variable = emptyVariable(place, environment); !variable.isEmpty())
        return QStringLiteral("%1 is set but empty; give it a value, or unset it if there is to be none").arg(variable);
    if (isGiven && settings.isSet(place.fileOption))
        return QStringLiteral("there is both a %1 and a %2; give one of them").arg(place.option, place.fileOption);
    if (settings.source(place.option) == config::Source::Environment) { // its bytes, whatever their encoding
        const QString variable = setVariable(place, environment);
        return token::checkSecret(qgetenv(variable.toLatin1().constData()), variable);
    }
    if (isGiven)
        return token::checkSecret(settings.text(place.option).toUtf8(), place.option);
    if (settings.isSet(place.fileOption) && settings.text(place.fileOption).isEmpty())
        return QStringLiteral("%1 is set but empty; name a file").arg(place.fileOption);
    if (settings.isSet(place.fileOption))
        return token::readSecret(settings.text(place.fileOption));
    const QString directory = environment.value(QStringLiteral("CREDENTIALS_DIRECTORY"));
    const QString credential = directory + u'/' + place.credential;
    if (!directory.isEmpty() && QFileInfo::exists(credential))
        return token::readSecret(credential);
    return std::nullopt;
}

Secrets read(const Place &current, const Place &previous, const config::Settings &settings,
             const QProcessEnvironment &environment)
{
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
            result.error = QStringLiteral("there is a %1, but no %2").arg(previous.option, current.option);
            result.error.replace(u'-', u' ');
            return result;
        }
        result.secrets.push_back(secret.bytes);
    }
    return result;
}

} // namespace

Secrets readSecrets(const config::Settings &settings, const QProcessEnvironment &environment)
{
    return read({ u"secret"_qs, u"secret-file"_qs, { u"RELAY_SECRET"_qs }, u"relay-secret"_qs },
                { u"previous-secret"_qs,
                  u"previous-secret-file"_qs,
                  { u"RELAY_PREVIOUS_SECRET"_qs },
                  u"relay-previous-secret"_qs },
                settings, environment);
}

Secrets readShellSecrets(const config::Settings &settings, const QProcessEnvironment &environment)
{
    return read({ u"shell-secret"_qs,
                  u"shell-secret-file"_qs,
                  { u"RELAY_SHELL_SECRET"_qs, u"JUMP_RELAY_SECRET"_qs },
                  u"relay-shell-secret"_qs },
                { u"shell-previous-secret"_qs,
                  u"shell-previous-secret-file"_qs,
                  { u"RELAY_SHELL_PREVIOUS_SECRET"_qs },
                  u"relay-shell-previous-secret"_qs },
                settings, environment);
}

} // namespace relay::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/token/tokenorder.h"

#include "client/token/tokentable.h"
#include "common/config/load.h"
#include "common/token/secret.h"

namespace relay::client::token {

namespace {

config::Exit refusal(const QString &sentence)
{
    return { 1, sentence + u'\n', true };
}

//! The word after --for decides how the others are read; whatever is wrong with it is found later.
Purpose purposeIn(const QStringList &words)
{
    QString name;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == u"--for")
            name = words.value(i + 1);
        else if (words[i].startsWith(u"--for="))
            name = words[i].mid(6);
    }
    return name == u"admin" ? Purpose::Admin
        : name == u"status" ? Purpose::Status
        : name == u"jump"   ? Purpose::Jump
                            : Purpose::Session;
}

QStringList scopesOf(const config::Settings &settings, Purpose purpose)
{
    if (purpose == Purpose::Jump) {
        const QString role = settings.text(u"role");
        return role == u"readwrite" ? QStringList { u"read"_qs, u"write"_qs } : QStringList { role };
    }
    if (settings.isSet(u"scope"))
        return settings.list(u"scope");
    if (purpose == Purpose::Admin)
        return { u"relay:admin"_qs };
    if (purpose == Purpose::Status)
        return { u"relay:stats"_qs };
    QStringList scopes; // in the order that they have always been written in
    if (settings.isOn(u"scope-admin"))
        scopes << u"relay:admin"_qs;
    if (settings.isOn(u"scope-write"))
        scopes << u"write"_qs;
    if (settings.isOn(u"scope-read"))
        scopes << u"read"_qs;
    if (scopes.isEmpty())
        return {};
    if (const QString other = settings.text(u"scope-other"); !other.isEmpty())
        scopes << other;
    return scopes;
}

//! The first that is missing, by the name that a script would set.
QString missing(const config::Settings &settings, Purpose purpose, const QStringList &scopes)
{
    const QString prefix = purpose == Purpose::Jump ? u"JUMP_TOKEN_"_qs : u"RELAY_TOKEN_"_qs;
    if (settings.text(u"audience").isEmpty())
        return prefix + u"AUDIENCE not set";
    if (!settings.isSet(u"lifetime"))
        return prefix + u"LIFETIME not set";
    if (!settings.isSet(u"secret") && !settings.isSet(u"secret-file"))
        return prefix + u"SECRET not set";
    const bool needsTopic = purpose == Purpose::Session ? !scopes.contains(u"relay:admin") : purpose == Purpose::Jump;
    if (needsTopic && settings.text(u"topic").isEmpty())
        return prefix + u"TOPIC not set";
    if (scopes.isEmpty())
        return u"the token has no scope: one of read, write and admin is needed"_qs;
    return {};
}

std::variant<relay::token::Secret, QString> secretOf(const config::Settings &settings)
{
    if (settings.isSet(u"secret-file"))
        return relay::token::readSecret(settings.text(u"secret-file"));
    return relay::token::checkSecret(settings.text(u"secret").toUtf8(), u"the environment"_qs);
}

std::variant<Order, Question, config::Exit> question(const config::Settings &settings)
{
    Question question { settings.positionals().constFirst(), {} };
    if (!settings.isSet(u"secret") && !settings.isSet(u"secret-file"))
        return question;
    auto secret = secretOf(settings);
    if (const auto *fault = std::get_if<QString>(&secret))
        return refusal(*fault);
    question.secrets.push_back(std::get<relay::token::Secret>(secret).bytes);
    return question;
}

} // namespace

std::variant<Order, Question, config::Exit> readOrder(const QStringList &words, const QProcessEnvironment &environment,
                                                      std::int64_t nowSeconds)
{
    const Purpose purpose = purposeIn(words);
    auto loaded = config::load(tokenTable(purpose), QStringList { u"relay token"_qs } + words, environment);
    if (auto *exit = std::get_if<config::Exit>(&loaded))
        return std::move(*exit);
    const auto &settings = std::get<config::Settings>(loaded);
    if (!settings.positionals().isEmpty())
        return question(settings);
    const QStringList scopes = scopesOf(settings, purpose);
    if (const QString what = missing(settings, purpose, scopes); !what.isEmpty())
        return refusal(what);
    auto secret = secretOf(settings);
    if (const auto *fault = std::get_if<QString>(&secret))
        return refusal(*fault);

    // Clocks that are a little behind would find a token of this second too young.
    const std::int64_t begin = nowSeconds - 1;
    const bool hasTopic = purpose == Purpose::Session || purpose == Purpose::Jump;
    Order order;
    order.claims = { .bookingId = purpose == Purpose::Jump ? QString() : settings.text(u"booking-id"),
                     .topic = settings.text(u"topic"),
                     .prefix = hasTopic ? settings.text(u"connection-type") : QString(),
                     .scopes = scopes,
                     .audience = { settings.text(u"audience") },
                     .expiresAt = begin + settings.duration(u"lifetime") / std::chrono::seconds(1),
                     .notBefore = begin,
                     .issuedAt = begin };
    order.secret = std::get<relay::token::Secret>(secret).bytes;
    order.warning = std::get<relay::token::Secret>(secret).warning;
    order.form
        = settings.isOn(u"audience-string") ? relay::token::AudienceForm::String : relay::token::AudienceForm::Array;
    order.explains = settings.isOn(u"explain");
    return order;
}

} // namespace relay::client::token

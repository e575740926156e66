// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/token/tokenorder.h"

#include "client/token/tokentable.h"
#include "common/config/load.h"
#include "common/token/secret.h"
#include "common/topic/address.h"

namespace relay::client::token {

namespace {

config::Exit refusal(const QString &sentence)
{
    return { 1, sentence + u'\n', true };
}

//! The word after --for decides how the others are read; whatever is wrong with it is found later.
Purpose purposeIn(const QStringList &words, const QProcessEnvironment &environment)
{
    QString name = environment.value(u"RELAY_TOKEN_FOR"_qs);
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == u"--for")
            name = words.value(i + 1);
        else if (words[i].startsWith(u"--for="))
            name = words[i].mid(6);
    }
    return purposeOf(name).value_or(Purpose::Session);
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

QString topicOf(const config::Settings &settings, Purpose purpose)
{
    if (!hasTopic(purpose))
        return {};
    if (purpose == Purpose::Stats)
        return u"stats"_qs;
    const QString topic = settings.text(u"topic");
    // The ssh relay knows this one only for who is to see its figures.
    const bool isOfFigures = purpose == Purpose::Jump && settings.text(u"role") == u"stats";
    return topic.isEmpty() && isOfFigures ? u"stats"_qs : topic;
}

//! Tokens are compared with topics whole, so one that is written otherwise than in a path opens nothing.
QStringList warningsAbout(const QString &topic)
{
    if (topic.isEmpty())
        return {};
    const auto parsed = topic::parseSessionTopic(topic.toUtf8());
    if (const auto *refusal = std::get_if<topic::Refusal>(&parsed))
        return { u"no relay takes this topic: "_qs + QString::fromUtf8(refusal->reason) };
    if (std::get<QByteArray>(parsed) != topic.toUtf8())
        return { u"no relay takes this topic: it must be written without escapes, and without a slash at the end"_qs };
    return {};
}

//! The first that is missing, by the name that a script would set.
QString missing(const config::Settings &settings, Purpose purpose, const QStringList &scopes)
{
    const QString prefix = variablePrefix(purpose);
    if (settings.text(u"audience").isEmpty())
        return prefix + u"AUDIENCE not set";
    if (!settings.isSet(u"lifetime"))
        return prefix + u"LIFETIME not set";
    if (purpose == Purpose::Jump && !settings.isSet(u"role"))
        return prefix + u"ROLE not set";
    if (!settings.isSet(u"secret") && !settings.isSet(u"secret-file"))
        return prefix + u"SECRET not set";
    const bool needsTopic = hasTopic(purpose) && !scopes.contains(u"relay:admin");
    if (needsTopic && topicOf(settings, purpose).isEmpty())
        return prefix + u"TOPIC not set";
    if (scopes.isEmpty())
        return u"the token has no scope: one of read, write and admin is needed"_qs;
    return {};
}

std::variant<relay::token::Secret, QString> secretOf(const config::Settings &settings, Purpose purpose)
{
    const QString variable = variablePrefix(purpose) + u"SECRET";
    if (settings.isSet(u"secret") && settings.source(u"secret-file") == config::Source::Environment)
        return QString(u"there is both a "_qs + variable + u" and a " + variable + u"_FILE; give one of them");
    if (settings.isSet(u"secret-file"))
        return relay::token::readSecret(settings.text(u"secret-file"));
    const QString text = settings.text(u"secret");
    // A secret is bytes, and those that are no UTF-8 are lost in a text.
    if (text.contains(QChar::ReplacementCharacter))
        return relay::token::checkSecret(qgetenv(variable.toLatin1().constData()), variable);
    return relay::token::checkSecret(text.toUtf8(), variable);
}

std::variant<Order, Question, config::Exit> question(const config::Settings &settings, Purpose purpose)
{
    Question question { settings.positionals().constFirst(), {} };
    if (!settings.isSet(u"secret") && !settings.isSet(u"secret-file"))
        return question;
    auto secret = secretOf(settings, purpose);
    if (const auto *fault = std::get_if<QString>(&secret))
        return refusal(*fault);
    question.secrets.push_back(std::get<relay::token::Secret>(secret).bytes);
    return question;
}

Order order(const config::Settings &settings, Purpose purpose, const QStringList &scopes, relay::token::Secret secret,
            std::int64_t nowSeconds)
{
    // Clocks that are a little behind would find a token of this second too young.
    const std::int64_t begin = nowSeconds - 1;
    Order order;
    order.claims = { .bookingId = purpose == Purpose::Jump ? QString() : settings.text(u"booking-id"),
                     .topic = topicOf(settings, purpose),
                     .prefix = hasTopic(purpose) ? settings.text(u"connection-type") : QString(),
                     .scopes = scopes,
                     .audience = { settings.text(u"audience") },
                     .expiresAt = begin + settings.duration(u"lifetime") / std::chrono::seconds(1),
                     .notBefore = begin,
                     .issuedAt = begin };
    order.secret = std::move(secret.bytes);
    if (!secret.warning.isEmpty())
        order.warnings << secret.warning;
    order.warnings << warningsAbout(order.claims.topic);
    order.form
        = settings.isOn(u"audience-string") ? relay::token::AudienceForm::String : relay::token::AudienceForm::Array;
    order.explains = settings.isOn(u"explain");
    return order;
}

} // namespace

std::variant<Order, Question, config::Exit> readOrder(const QStringList &words, const QProcessEnvironment &environment,
                                                      std::int64_t nowSeconds)
{
    const Purpose purpose = purposeIn(words, environment);
    auto loaded = config::load(tokenTable(purpose), QStringList { u"relay token"_qs } + words, environment);
    if (auto *exit = std::get_if<config::Exit>(&loaded))
        return std::move(*exit);
    const auto &settings = std::get<config::Settings>(loaded);
    if (purposeOf(settings.text(u"for")) != purpose) // never another kind of token than was asked for
        return refusal(u"it is not clear what the token is for: use --for and no variable"_qs);
    if (!settings.positionals().isEmpty())
        return question(settings, purpose);
    const QStringList scopes = scopesOf(settings, purpose);
    if (const QString what = missing(settings, purpose, scopes); !what.isEmpty())
        return refusal(what);
    auto secret = secretOf(settings, purpose);
    if (const auto *fault = std::get_if<QString>(&secret))
        return refusal(*fault);
    return order(settings, purpose, scopes, std::get<relay::token::Secret>(std::move(secret)), nowSeconds);
}

} // namespace relay::client::token

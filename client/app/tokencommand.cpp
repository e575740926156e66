// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/tokencommand.h"

#include "client/app/console.h"
#include "client/token/explanation.h"
#include "client/token/tokenorder.h"
#include "common/config/load.h"

#include <QDateTime>
#include <QFile>
#include <QProcessEnvironment>

#include <cstdio>

namespace relay::client {

namespace {

QByteArray fromStandardInput()
{
    QFile input;
    constexpr qint64 kMost = 64 * 1024;
    return input.open(stdin, QIODevice::ReadOnly) ? input.read(kMost) : QByteArray();
}

int explain(const token::Question &question, std::int64_t nowMs)
{
    const QByteArray text = question.token == u"-" ? fromStandardInput() : question.token.toUtf8();
    const auto explanation = token::explained(text, question.secrets, nowMs);
    if (!explanation) {
        console::error(QStringLiteral("this is no token: it has to be three parts in base64url, with JSON "
                                      "in them, joined by dots."));
        return console::kFailure;
    }
    console::out(explanation->text);
    return explanation->isRefused ? console::kFailure : console::kSuccess;
}

int make(const token::Order &order, std::int64_t nowMs)
{
    for (const QString &warning : order.warnings)
        console::error(warning);
    if (order.explains)
        std::fputs(qUtf8Printable(token::explained(order.claims, nowMs)), stderr);
    const QByteArray made = relay::token::mint(order.claims, order.secret, order.form);
    if (made.isEmpty()) {
        console::error(QStringLiteral("OpenSSL refuses to sign with this secret; a longer one may do."));
        return console::kFailure;
    }
    if (made.size() > relay::token::kMaxToken) {
        console::error(QStringLiteral("the token would be longer than 8 KiB, which every relay refuses."));
        return console::kFailure;
    }
    console::out(QString::fromLatin1(made) + u'\n');
    return console::kSuccess;
}

} // namespace

int runToken(const QStringList &words)
{
    const std::int64_t nowMs = QDateTime::currentMSecsSinceEpoch();
    const auto read = token::readOrder(words, QProcessEnvironment::systemEnvironment(), nowMs / 1000);
    if (const auto *exit = std::get_if<config::Exit>(&read))
        return config::print(*exit);
    if (const auto *question = std::get_if<token::Question>(&read))
        return explain(*question, nowMs);
    return make(std::get<token::Order>(read), nowMs);
}

} // namespace relay::client

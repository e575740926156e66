// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/rules.h"

#include <QByteArray>
#include <QJsonObject>

#include <variant>

//! Rules in JSON, as the existing hosts write them and read them: compact, names in a fixed order, read in any case.
namespace relay::client::host {

//! What stands for a token that is set: nobody who may look at the rules needs to see it. In a rule that is added it
//! means the token that this rule had, if that was for the same destination.
inline const QString kHiddenToken = QStringLiteral("***");

enum class Tokens { Hidden, Shown };

//! The five fields that every host knows, and tokenFile where there is one.
[[nodiscard]] QByteArray toJson(const Destination &rule, Tokens tokens = Tokens::Hidden);
[[nodiscard]] QByteArray toJson(const std::map<QString, Destination> &rules, Tokens tokens = Tokens::Hidden);
[[nodiscard]] QByteArray toJson(const QStringList &feeds);
[[nodiscard]] QByteArray toJson(const QString &text);
[[nodiscard]] QByteArray streamJson(const QString &stream, const QStringList &feeds);
[[nodiscard]] QByteArray toJson(const std::map<QString, QStringList> &streams);

struct StreamRule
{
    QString stream;
    QStringList feeds;
};

//! Missing names are empty, others are ignored; a value of the wrong type gives a sentence.
[[nodiscard]] std::variant<Destination, QString> destinationFrom(const QJsonObject &object);
[[nodiscard]] std::variant<StreamRule, QString> streamFrom(const QJsonObject &object);

//! The value of a name, in any case.
[[nodiscard]] QJsonValue valueOf(const QJsonObject &object, QLatin1String name);

} // namespace relay::client::host

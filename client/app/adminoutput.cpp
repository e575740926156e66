// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/adminoutput.h"

#include "client/app/console.h"
#include "common/format/escape.h"

#include <QJsonDocument>

namespace relay::client {

void printJson(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    console::out(QString::fromUtf8(document.toJson(QJsonDocument::Compact)) + QLatin1Char('\n'));
}

int fail(const AdminCalls &calls)
{
    console::error(format::escaped(calls.errorText()));
    return console::kFailure;
}

} // namespace relay::client

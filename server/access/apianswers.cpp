// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/apianswers.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace relay::access {

QByteArray jsonString(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

Answer frameError(int status, const QString &message, const QByteArray &extraHeaders)
{
    Answer answer = frameError(status, status, message);
    answer.extraHeaders = extraHeaders;
    return answer;
}

Answer frameError(int status, int code, const QString &message)
{
    return { status, R"({"code":)" + QByteArray::number(code) + R"(,"message":)" + jsonString(message) + '}', {} };
}

Answer callError(int status, const QString &message, const QByteArray &extraHeaders)
{
    return { status, R"({"code":")" + QByteArray::number(status) + R"(","message":)" + jsonString(message) + "}\n",
             extraHeaders };
}

Answer answerTo(const Refusal &refusal)
{
    Answer answer = refusal.reason == Reason::Denied
        ? callError(400, QStringLiteral("bookingID has been deny-listed, probably because the session was cancelled"))
        : callError(refusal.status, QString::fromUtf8(refusal.text), retryAfter(refusal.retryAfter));
    answer.isCounted = true;
    return answer;
}

QByteArray retryAfter(int seconds)
{
    return seconds > 0 ? QByteArray("Retry-After: " + QByteArray::number(seconds) + "\r\n") : QByteArray();
}

Answer plainText(int status, const QString &message)
{
    return { status, jsonString(message) + '\n', {} };
}

Answer wrongMethod(const QByteArray &method, const QByteArray &allowed)
{
    QByteArray list = allowed;
    list.replace(", ", ",");
    return frameError(405,
                      QStringLiteral("method %1 is not allowed, but [%2] are")
                          .arg(QString::fromLatin1(method), QString::fromLatin1(list)),
                      "Allow: " + allowed + "\r\n");
}

Answer notFound(const QByteArray &path)
{
    return frameError(404, QStringLiteral("path %1 was not found").arg(QString::fromUtf8(path)));
}

Answer object(const QByteArray &json)
{
    return { 200, json + '\n', {} };
}

Answer done()
{
    return { 204, {}, {} };
}

} // namespace relay::access

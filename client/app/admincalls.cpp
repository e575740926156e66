// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/admincalls.h"

#include "client/admin/rowreader.h"
#include "common/admin/protocol.h"

#include <QEventLoop>
#include <QTimer>

namespace relay::client {

using namespace std::chrono_literals;

namespace {

constexpr auto kConnectDeadline = 8s; // longer than the client's own, which knows better what went wrong
constexpr auto kCallDeadline = 15s;

} // namespace

AdminCalls::AdminCalls() = default;

AdminCalls::~AdminCalls() = default;

bool AdminCalls::connectTo(const QString &socketPath)
{
    QEventLoop loop;
    QTimer::singleShot(kConnectDeadline, &loop, &QEventLoop::quit);
    QObject::connect(&m_client, &AdminClient::stateChanged, &loop, [&](AdminClient::State state) {
        if (state != AdminClient::State::Connecting && state != AdminClient::State::Idle)
            loop.quit();
    });
    m_client.connectToServer(socketPath, false);
    if (m_client.state() == AdminClient::State::Connecting)
        loop.exec();
    if (m_client.state() == AdminClient::State::Open)
        return true;
    m_errorText = m_client.lastError().isEmpty() ? QStringLiteral("relayd does not answer.") : m_client.lastError();
    return false;
}

std::optional<QJsonObject> AdminCalls::call(const QString &method, const QJsonObject &params)
{
    QEventLoop loop;
    QTimer::singleShot(kCallDeadline, &loop, &QEventLoop::quit);
    std::optional<Reply> got;
    // Shared, since an answer may still come when we have given up and are gone.
    const auto waiting = std::make_shared<std::function<void(const Reply &)>>([&](const Reply &reply) {
        got = reply;
        loop.quit();
    });
    m_client.call(method, params, [weak = std::weak_ptr(waiting)](const Reply &reply) {
        if (const auto deliver = weak.lock())
            (*deliver)(reply);
    });
    loop.exec();
    if (!got) {
        m_errorText = QStringLiteral("relayd did not answer within %1 seconds.").arg(kCallDeadline.count());
        return std::nullopt;
    }
    if (!got->isOk()) {
        m_errorText = got->errorText;
        return std::nullopt;
    }
    return got->result.toObject();
}

std::optional<QJsonArray> AdminCalls::list(const QString &method, const QJsonObject &params)
{
    QJsonArray all;
    QJsonObject asked = params;
    for (;;) {
        const auto page = call(method, asked);
        if (!page)
            return std::nullopt;
        const QVector<QJsonObject> rows = rowsAsObjects(*page);
        for (const QJsonObject &row : rows)
            all.append(row);
        const QJsonValue cursor = page->value(QLatin1String("cursor"));
        if (!cursor.isString() || rows.isEmpty())
            return all;
        asked.insert(QStringLiteral("cursor"), cursor);
    }
}

} // namespace relay::client

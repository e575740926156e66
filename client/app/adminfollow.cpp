// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/adminfollow.h"

#include "client/admin/happenings.h"
#include "client/admin/rowreader.h"
#include "client/app/adminoutput.h"
#include "client/app/console.h"
#include "client/app/figureviews.h"
#include "common/admin/figures.h"
#include "common/admin/protocol.h"
#include "common/format/escape.h"

#include <QEventLoop>

#include <array>
#include <deque>

namespace relay::client {

namespace {

//! What is the same of all three but for its names.
struct Names
{
    QLatin1String stream;
    QLatin1String notification;
    QLatin1String list; //!< empty: the stream begins with what is so now
    QString (*line)(const QJsonObject &);
};

const Names &namesOf(LogKind kind)
{
    static const std::array<Names, 3> all { {
        { admin::stream::kEvents, admin::notification::kEvent, admin::method::kEventsList, eventLine },
        { admin::stream::kAudit, admin::notification::kAudit, admin::method::kAuditList, orderLine },
        { admin::stream::kAlerts, admin::notification::kAlert, {}, alertLine },
    } };
    return all.at(std::size_t(kind));
}

void write(const Names &names, const QJsonObject &record, bool isJson)
{
    if (isJson)
        printJson(record);
    else
        console::out(names.line(record));
}

int showList(const AdminOptions &options, const Names &names)
{
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    std::deque<QJsonObject> records;
    for (qint64 since = 1;;) {
        const auto page = calls.call(names.list, { { QStringLiteral("since"), since } });
        if (!page)
            return fail(calls);
        for (const QJsonObject &record : rowsAsObjects(*page)) {
            records.push_back(record);
            if (options.count > 0 && records.size() > std::size_t(options.count))
                records.pop_front();
        }
        since = page->value(QLatin1String("next")).toInteger();
        if (!page->value(QLatin1String("more")).toBool())
            break;
    }
    QJsonArray all;
    for (const QJsonObject &record : records) {
        if (options.isJson)
            all.append(record);
        else
            write(names, record, false);
    }
    if (options.isJson)
        printJson(all);
    return console::kSuccess;
}

//! Goes on until it has written enough.
class Follower
{
public:
    Follower(const AdminOptions &options, const Names &names)
        : m_options(options)
        , m_names(names)
    {
        QObject::connect(&m_client, &AdminClient::stateChanged, &m_loop,
                         [this](AdminClient::State state) { follow(state); });
        QObject::connect(&m_client, &AdminClient::notified, &m_loop,
                         [this](const QString &method, const QJsonObject &params) {
                             if (method == m_names.notification)
                                 take(params);
                         });
    }

    int run()
    {
        m_client.connectToServer(m_options.socketPath, true);
        return m_hasFailed ? int(console::kFailure) : m_loop.exec();
    }

private:
    void follow(AdminClient::State state)
    {
        if (state == AdminClient::State::Open) {
            m_wasOpen = true;
            const QString name(m_names.stream);
            m_client.call(admin::method::kSubscribe,
                          { { QStringLiteral("sub"), name }, { QStringLiteral("stream"), name } },
                          [this](const Reply &reply) {
                              if (!reply.isOk() && reply.errorClass != QLatin1String("Lost"))
                                  end(reply.errorText);
                          });
        } else if (state == AdminClient::State::Lost || state == AdminClient::State::Refused) {
            if (m_wasOpen)
                console::error(format::escaped(m_client.lastError()));
            else
                end(m_client.lastError());
        }
    }

    void end(const QString &fault)
    {
        console::error(format::escaped(fault));
        m_hasFailed = true;
        m_loop.exit(console::kFailure);
    }

    void take(QJsonObject record)
    {
        if (m_options.count > 0 && m_written >= m_options.count)
            return; // came in the same piece as the last one
        record.remove(QStringLiteral("sub"));
        if (const qint64 lost = record.value(QLatin1String("lost")).toInteger(); lost > 0)
            console::error(QStringLiteral("%1 came faster than they could be read").arg(lost));
        write(m_names, record, m_options.isJson);
        if (++m_written == m_options.count)
            m_loop.exit(console::kSuccess);
    }

    AdminOptions m_options;
    const Names &m_names;
    AdminClient m_client;
    QEventLoop m_loop;
    int m_written = 0;
    bool m_wasOpen = false;
    bool m_hasFailed = false;
};

} // namespace

int showLog(const AdminOptions &options, LogKind kind)
{
    const Names &names = namesOf(kind);
    return options.figures.follows ? Follower(options, names).run() : showList(options, names);
}

} // namespace relay::client

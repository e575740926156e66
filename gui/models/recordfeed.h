// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/closedlist.h"
#include "client/admin/logfeed.h"
#include "client/admin/tablestream.h"
#include "gui/models/recordmodel.h"

#include <QObject>
#include <QTimer>

namespace relay::gui {

[[nodiscard]] Record toRecord(const client::Event &event);
[[nodiscard]] Record toRecord(const client::AuditRecord &audit);
[[nodiscard]] Record toRecord(const client::ClosedConnection &closed);

/*!
 * Fills a model of records from a relay and says how that stands. A relay that is too old for it says so. GUI thread;
 * client and model outlive it.
 */
class RecordFeed : public QObject
{
    Q_OBJECT
public:
    enum class State { NoContact, Live, NotOffered };

    RecordFeed(client::AdminClient &client, RecordModel &model, QObject *parent);

    [[nodiscard]] State state() const { return m_state; }

Q_SIGNALS:
    void stateChanged();

protected:
    [[nodiscard]] RecordModel &model() { return m_model; }
    void setState(State state);

private:
    RecordModel &m_model;
    State m_state = State::NoContact;
};

//! Of a log that the relay tells: client::EventFeed or client::AuditFeed.
template<typename Log>
class LogRecords final : public RecordFeed
{
public:
    LogRecords(client::AdminClient &client, RecordModel &model, QObject *parent = nullptr)
        : RecordFeed(client, model, parent)
        , m_log(client)
    {
        connect(&m_log, &client::LogFeed::wasReset, this, [this] {
            this->model().clear();
            take(m_log.records().size());
        });
        connect(&m_log, &client::LogFeed::appended, this, [this](int count) { take(count); });
        connect(&m_log, &client::LogFeed::availableChanged, this, [this, &client] { follow(client.state()); });
        connect(&client, &client::AdminClient::stateChanged, this,
                [this](client::AdminClient::State state) { follow(state); });
        follow(client.state());
    }

private:
    void follow(client::AdminClient::State state)
    {
        setState(state != client::AdminClient::State::Open ? State::NoContact
                     : m_log.isAvailable()                 ? State::Live
                                                           : State::NotOffered);
    }

    void take(qsizetype count)
    {
        QVector<Record> records;
        for (qsizetype i = m_log.records().size() - count; i < m_log.records().size(); ++i)
            records.append(toRecord(m_log.records().at(i)));
        model().append(records);
    }

    Log m_log;
};

//! Of the shells that are open now.
class ShellRecords final : public RecordFeed
{
    Q_OBJECT
public:
    ShellRecords(client::AdminClient &client, RecordModel &model, QObject *parent = nullptr);

private:
    void take();

    client::TableStream m_stream;
};

/*!
 * Of the connections that have closed: asked for again whenever some have, page by page back to those that are known. A
 * relay keeps 1,000 of them, which are four pages; it finds its place again while others close.
 */
class ClosedRecords final : public RecordFeed
{
    Q_OBJECT
public:
    ClosedRecords(client::AdminClient &client, RecordModel &model, QObject *parent = nullptr);

    void refresh(); //!< soon; several wishes are one

private:
    void follow(client::AdminClient::State state);
    void ask();
    void askPage(const QString &cursor, int pagesLeft, const QVector<Record> &newer);

    client::AdminClient &m_client;
    QTimer m_soon;
    QString m_epoch; //!< of the relay that the rows are of
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"
#include "client/admin/happenings.h"

#include <QObject>
#include <QVector>

#include <memory>

namespace relay::client {

/*!
 * What the two logs of a relayd have in common here: subscribes when the client opens, reads what the server still has,
 * joins both by number without gap or double, and goes on after a lost contact. Another run of relayd begins a new list.
 * A server that does not know the log leaves the list empty and isAvailable() false. One thread.
 */
class LogFeed : public QObject
{
    Q_OBJECT
public:
    struct Names
    {
        QString feature;
        QString stream;       //!< also the name of the subscription
        QString notification; //!< what each record comes as
        QString list;         //!< the method
    };

    LogFeed(AdminClient &client, Names names, QObject *parent);
    ~LogFeed() override;

    [[nodiscard]] bool isAvailable() const { return m_isAvailable; }
    [[nodiscard]] quint64 lost() const { return m_lost; } //!< that the server had dropped before they could be read

    static constexpr int kKept = 2000;

Q_SIGNALS:
    void wasReset();
    void appended(int count);      //!< at the end of records()
    void oldestDropped(int count); //!< from the front, before others are appended
    void availableChanged(bool isAvailable);

protected:
    virtual void clear() = 0;
    virtual void take(const QVector<QJsonObject> &objects) = 0; //!< appends them
    virtual void dropOldest(int count) = 0;
    [[nodiscard]] virtual int count() const = 0;

private:
    void followState(AdminClient::State state);
    void begin();
    void readList();
    void takeList(const QJsonObject &list);
    void takeNotification(const QJsonObject &params);
    void append(const QVector<QJsonObject> &objects);
    void setAvailable(bool isAvailable);

    AdminClient &m_client;
    Names m_names;
    QString m_epoch;
    QVector<QJsonObject> m_waiting; //!< came while the list was read
    quint64 m_next = 1;             //!< number of the first record that is not here
    quint64 m_lost = 0;
    int m_round = 0; //!< answers that belong to an earlier conversation are left
    bool m_isReading = false;
    bool m_isAvailable = false;
};

//! What happened: the newest 2,000, oldest first.
class EventFeed final : public LogFeed
{
public:
    explicit EventFeed(AdminClient &client, QObject *parent = nullptr);
    [[nodiscard]] const QVector<Event> &records() const { return m_records; }

protected:
    void clear() override { m_records.clear(); }
    void take(const QVector<QJsonObject> &objects) override;
    void dropOldest(int count) override { m_records.remove(0, count); }
    [[nodiscard]] int count() const override { return int(m_records.size()); }

private:
    QVector<Event> m_records;
};

//! Who ordered what: the newest 2,000, oldest first.
class AuditFeed final : public LogFeed
{
public:
    explicit AuditFeed(AdminClient &client, QObject *parent = nullptr);
    [[nodiscard]] const QVector<AuditRecord> &records() const { return m_records; }

protected:
    void clear() override { m_records.clear(); }
    void take(const QVector<QJsonObject> &objects) override;
    void dropOldest(int count) override { m_records.remove(0, count); }
    [[nodiscard]] int count() const override { return int(m_records.size()); }

private:
    QVector<AuditRecord> m_records;
};

} // namespace relay::client

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/jsonwriter.h"
#include "common/admin/linebuffer.h"
#include "common/admin/message.h"
#include "common/admin/protocol.h"
#include "tests/client/support/fakeworld.h"

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QObject>

#include <map>

namespace relay::tests {

class FakeAdminServer;

//! One client of a FakeAdminServer.
class FakeSession : public QObject
{
    Q_OBJECT
public:
    FakeSession(FakeAdminServer &server, QLocalSocket *socket);

    void noteChanges(const FakeWorld::Changes &changes);
    void flush(); //!< sends what is due
    void skipOneDelta();
    void tell(const QByteArray &line);
    void sendTables(const QString &stream); //!< again, to whoever follows it here
    void drop();                            //!< ends the connection at once
    [[nodiscard]] int subscriptions() const { return int(m_subscriptions.size()); }

Q_SIGNALS:
    void ended();

private:
    struct Subscription
    {
        QString stream;
        qint64 intervalMs = 1000;
        qint64 seq = 0;
        QElapsedTimer sinceSent;
        QSet<quint64> dirty;
        QSet<quint64> gone;
        QSet<QString> dirtyTopics;
    };

    void read();
    void handle(const admin::Request &request);
    void answer(const admin::Request &request, const QByteArray &result);
    void subscribe(const admin::Request &request);
    void kick(const admin::Request &request);
    void list(const admin::Request &request, const QString &stream);
    void sendSnapshot(const QString &name, Subscription &subscription);
    void sendTable(const QString &name, Subscription &subscription);
    void sendDelta(const QString &name, Subscription &subscription);
    [[nodiscard]] QVector<QByteArray> allRows(const QString &stream) const;
    [[nodiscard]] QVector<QByteArray> dirtyRows(Subscription &subscription, admin::JsonWriter &removed) const;

    FakeAdminServer &m_server;
    QLocalSocket *m_socket;
    admin::LineBuffer m_lines { admin::kClientLineLimit };
    std::map<QString, Subscription> m_subscriptions;
    bool m_isOpen = false;
    bool m_skipsNext = false;
};

} // namespace relay::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/message.h"
#include "tests/client/support/fakedenylist.h"
#include "tests/client/support/fakeworld.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocalServer>
#include <QObject>
#include <QTimer>
#include <QVector>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QTemporaryDir;
class QThread;

namespace relay::tests {

class FakeSession;

/*!
 * A relayd as clients of the admin socket see it: hello, sessions, the four streams, lists, kicks and denials, over a world that
 * the test writes. Can misbehave on purpose. One thread, the one in which it was made; FakeAdminThread runs it in one
 * of its own, for measurements that must not include the server's work.
 */
class FakeAdminServer : public QObject
{
    Q_OBJECT
public:
    struct Call
    {
        QString method;
        QJsonObject params;
    };
    struct Kick
    {
        QVector<quint64> ids;
        QString reason;
    };

    explicit FakeAdminServer(QObject *parent = nullptr);
    ~FakeAdminServer() override;

    //! On this path, or on a fresh one in a temporary directory; false: the path is taken or too long.
    bool listen(const QString &path = {});
    [[nodiscard]] QString path() const { return m_path; }
    //! As a relayd that was killed: all connections break, the path is free. listen(path()) brings it back.
    void stop();

    //! Changes reach the clients with the next delta.
    [[nodiscard]] FakeWorld &world() { return m_world; }
    //! Gives a share of the connections new numbers every so often, until the interval is 0.
    void startTicking(double share, std::chrono::milliseconds interval = std::chrono::milliseconds(1000));

    void setRole(const QString &role) { m_role = role; } //!< for sessions opened from now on
    void setMode(const QString &mode) { m_mode = mode; } //!< "open", "secured"
    void setEpoch(const QString &epoch) { m_epoch = epoch; }
    void setRefusal(const QString &text) { m_refusal = text; }     //!< not empty: every client is turned away
    void setKickError(const QString &text) { m_kickError = text; } //!< not empty: kicks fail with NotPermitted
    void setSilent(bool isSilent) { m_isSilent = isSilent; }       //!< hangs: takes connections, says nothing more
    void limitIntervals(std::chrono::milliseconds longest) { m_longestInterval = longest.count(); } //!< quicker tests
    /*!
     * Asked before the server answers a call by itself; no value: it shall. For methods that this server knows nothing of.
     */
    using Answerer = std::function<std::optional<FakeDenyList::Outcome>(const admin::Request &request)>;
    void setAnswerer(Answerer answerer) { m_answerer = std::move(answerer); }
    void setFeatures(const QStringList &features) { m_features = features; } //!< of `hello`
    //! A notification to every session.
    void tell(const QString &method, const QJsonObject &params);
    //! A table stream as it is from now on; those who follow it get a new snapshot.
    void setTable(const QString &stream, const QStringList &columns, const QVector<QJsonArray> &rows);
    void skipOneDelta(); //!< the next delta of each session is lost: a gap in the sequence

    [[nodiscard]] const QVector<Call> &calls() const { return m_calls; }
    [[nodiscard]] int callsOf(const QString &method) const;
    [[nodiscard]] const QVector<Kick> &kicks() const { return m_kicks; }
    [[nodiscard]] int sessionCount() const { return int(m_sessions.size()); }

    // For FakeSession.
    struct Table
    {
        QStringList columns;
        QVector<QJsonArray> rows;
    };
    [[nodiscard]] const QHash<QString, Table> &tables() const { return m_tables; }
    [[nodiscard]] const Answerer &answerer() const { return m_answerer; }
    [[nodiscard]] QByteArray helloLine() const;
    [[nodiscard]] QString role() const { return m_role; }
    [[nodiscard]] bool isSecured() const { return m_mode == QLatin1String("secured"); }
    [[nodiscard]] FakeDenyList &denyList() { return m_denyList; }
    [[nodiscard]] QString epoch() const { return m_epoch; }
    [[nodiscard]] QString refusal() const { return m_refusal; }
    [[nodiscard]] QString kickError() const { return m_kickError; }
    [[nodiscard]] bool isSilent() const { return m_isSilent; }
    [[nodiscard]] qint64 uptimeMs() const { return m_uptime.elapsed(); }
    [[nodiscard]] qint64 intervalFor(qint64 asked) const;
    void recordCall(const QString &method, const QJsonObject &params) { m_calls << Call { method, params }; }
    void recordKick(const QVector<quint64> &ids, const QString &reason);

Q_SIGNALS:
    void kicked(const QVector<quint64> &ids, const QString &reason);

private:
    void accept();
    void flush();

    FakeWorld m_world;
    std::unique_ptr<QLocalServer> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    QVector<FakeSession *> m_sessions;
    QVector<Call> m_calls;
    QVector<Kick> m_kicks;
    QTimer m_flushTimer;
    QTimer m_tickTimer;
    QElapsedTimer m_uptime;
    QString m_path;
    QString m_role = QStringLiteral("admin");
    QString m_mode = QStringLiteral("open");
    FakeDenyList m_denyList;
    Answerer m_answerer;
    QStringList m_features;
    QHash<QString, Table> m_tables;
    QString m_epoch = QStringLiteral("epoch-1");
    QString m_refusal;
    QString m_kickError;
    qint64 m_longestInterval = 0;
    double m_tickShare = 0;
    bool m_isSilent = false;
};

//! A FakeAdminServer in a thread of its own.
class FakeAdminThread
{
public:
    FakeAdminThread();
    ~FakeAdminThread();
    FakeAdminThread(const FakeAdminThread &) = delete;
    FakeAdminThread &operator=(const FakeAdminThread &) = delete;

    //! Runs this on the server's thread and waits for it: the only way to touch the server.
    void run(const std::function<void(FakeAdminServer &)> &work);

private:
    std::unique_ptr<QThread> m_thread;
    FakeAdminServer *m_server;
};

} // namespace relay::tests

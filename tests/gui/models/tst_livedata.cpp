// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/livedata.h"
#include "tests/client/support/fakeadminserver.h"
#include "tests/gui/models/builders.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

#include <chrono>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

class TestLiveData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void followsARelay();
    void frozenRowsStandStillWhileFiguresGoOn();
    void keepsTheLastPictureWhenContactIsLost();

private:
    static qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }
    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<client::AdminClient> m_client;
    std::unique_ptr<client::Mirror> m_mirror;
    std::unique_ptr<LiveData> m_data;
};

void TestLiveData::init()
{
    m_server = std::make_unique<FakeAdminServer>();
    m_server->limitIntervals(20ms);
    m_server->world().populate(30);
    QVERIFY(m_server->listen());
    m_client = std::make_unique<client::AdminClient>();
    m_mirror = std::make_unique<client::Mirror>(*m_client);
    m_data = std::make_unique<LiveData>(*m_mirror, &TestLiveData::now);
    m_client->connectToServer(m_server->path(), true);
    QTRY_COMPARE(m_data->connections().rowCount(), 30);
}

void TestLiveData::cleanup()
{
    m_data.reset();
    m_mirror.reset();
    m_client.reset();
    m_server.reset();
}

void TestLiveData::followsARelay()
{
    QTRY_COMPARE(m_data->topics().rowCount(), m_server->world().topics().size());
    QTRY_COMPARE(m_data->vitals().totals().connections, 30);
    const quint64 first = m_server->world().connections().firstKey();
    m_server->world().remove(first);
    QTRY_COMPARE(m_data->connections().rowCount(), 29);
    QCOMPARE(m_data->connections().rowOf(first), -1);
    const ConnectionCounts counts = m_data->counts();
    QTRY_COMPARE(m_data->counts().video + m_data->counts().data, 29);
    Q_UNUSED(counts);
}

void TestLiveData::frozenRowsStandStillWhileFiguresGoOn()
{
    m_data->setFrozen(true);
    m_server->world().remove(m_server->world().connections().firstKey());
    QTRY_VERIFY(m_data->waitingChanges() > 0);
    QCOMPARE(m_data->connections().rowCount(), 30);
    QTRY_COMPARE(m_data->vitals().totals().connections, 29);
    m_data->setFrozen(false);
    QCOMPARE(m_data->connections().rowCount(), 29);
    QCOMPARE(m_data->waitingChanges(), 0);
}

void TestLiveData::keepsTheLastPictureWhenContactIsLost()
{
    QSignalSpy stale(m_mirror.get(), &client::Mirror::staleChanged);
    m_server->stop();
    QTRY_COMPARE(stale.count(), 1);
    QCOMPARE(m_data->connections().rowCount(), 30);
    QCOMPARE(m_data->connections().now(), m_mirror->asOf());
    QVERIFY(m_server->listen(m_server->path()));
    m_client->retryNow();
    QTRY_VERIFY(!m_mirror->isStale());
    QCOMPARE(m_data->connections().rowCount(), 30);
    QVERIFY(m_data->connections().now() >= m_mirror->asOf());
}

QTEST_GUILESS_MAIN(TestLiveData)
#include "tst_livedata.moc"

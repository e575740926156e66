// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/client/support/fakeworld.h"

#include <QRandomGenerator>

namespace relay::tests {

//! A remote laboratory as operators know it: rigs that send video and data, their readers, and a few in trouble.
class LabScene
{
public:
    explicit LabScene(FakeWorld &world);

    //! About this many connections; from 12 on some of them are in trouble unless `isHealthy`.
    void build(int connections, bool isHealthy);
    void tick(); //!< one second passes

private:
    void addRig(int number, int readers);
    void addShell(int number, int clients);
    void addReader(const QString &topic, bool isVideo);
    void open(client::Connection connection);
    void advance(client::Connection &connection);

    FakeWorld &m_world;
    QRandomGenerator m_random { 7 };
    quint64 m_nextId = 1;
    bool m_isHealthy = false;
    int m_second = 0;
};

} // namespace relay::tests

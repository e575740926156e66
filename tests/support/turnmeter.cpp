// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/turnmeter.h"

#include <QFile>

#include <algorithm>
#include <chrono>

namespace relay::support {

using namespace std::chrono_literals;

namespace {

//! Time that this thread was ready to run and did not, ms; 0 where the kernel does not count it.
double queuedMs()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() / 1e6;
}

} // namespace

TurnMeter::TurnMeter()
{
    m_heart.setTimerType(Qt::PreciseTimer);
    connect(&m_heart, &QTimer::timeout, this, &TurnMeter::beat);
    reset();
    m_heart.start(5ms);
}

void TurnMeter::reset()
{
    m_longest = 0;
    beginTurn();
}

void TurnMeter::beginTurn()
{
    m_lastQueued = queuedMs();
    m_clock.start();
}

void TurnMeter::endTurn()
{
    const double wall = double(m_clock.nsecsElapsed()) / 1e6;
    m_longest = std::max(m_longest, wall - (queuedMs() - m_lastQueued));
}

void TurnMeter::beat()
{
    endTurn();
    beginTurn();
}

TurnMeter::Pause::Pause(TurnMeter *meter)
    : m_meter(meter)
{
    if (m_meter)
        m_meter->endTurn();
}

TurnMeter::Pause::~Pause()
{
    if (m_meter)
        m_meter->beginTurn();
}

} // namespace relay::support

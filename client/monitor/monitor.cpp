// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/monitor.h"

#include "client/monitor/metricstext.h"

#include <QLoggingCategory>

#include <algorithm>

namespace relay::client::monitor {

Q_LOGGING_CATEGORY(lcMonitor, "relay.monitor")

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

//! For a QTimer: at least 1 ms, and no more than it can count.
milliseconds timerFor(Time time)
{
    constexpr milliseconds kLongest = 480h;
    return std::clamp(std::chrono::ceil<milliseconds>(time), 1ms, kLongest);
}

Time monotonicNow()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

Stamp wallNow()
{
    return Stamp(std::chrono::duration_cast<Time>(std::chrono::system_clock::now().time_since_epoch()).count());
}

//! Connections are renewed a little before their tokens end.
Time renewalAfter(Time reconnectEvery)
{
    constexpr Time kLeast = 2s;
    constexpr Time kMost = 10s;
    return reconnectEvery - std::clamp(reconnectEvery / 10, kLeast, kMost);
}

} // namespace

Monitor::Monitor(const MonitorOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_rule(options.missesForAlarm, options.noRetriggerWithin)
    , m_flights(options.threshold, options.lostAfter)
    , m_view(options.isJson, options.isQuiet)
    , m_command(options)
    , m_metrics([this] { return metricsText(m_figures, m_options.identity, m_missesInRow, isConnected()); })
{
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.setInterval(timerFor(options.interval));
    m_sweep.setTimerType(Qt::PreciseTimer);
    m_sweep.setSingleShot(true);
    m_grace.setSingleShot(true);
    m_renew.setInterval(timerFor(renewalAfter(options.reconnectEvery)));
    connect(&m_beat, &QTimer::timeout, this, &Monitor::beat);
    connect(&m_sweep, &QTimer::timeout, this, &Monitor::sweep);
    connect(&m_renew, &QTimer::timeout, this, &Monitor::renew);
    connect(&m_grace, &QTimer::timeout, this, &Monitor::begin);
    connect(&m_show, &QTimer::timeout, this,
            [this] { m_view.status(statusText(m_figures, m_missesInRow, isConnected())); });
    connect(&m_command, &AlarmCommand::started, this,
            [](qint64 pid) { qCWarning(lcMonitor) << "the command runs as process" << pid; });
    connect(&m_command, &AlarmCommand::ended, this, &Monitor::commandEnded);
}

Monitor::~Monitor() = default;

QString Monitor::start()
{
    if (m_options.metrics) {
        if (QString fault = m_metrics.listen(*m_options.metrics); !fault.isEmpty())
            return fault;
        qCInfo(lcMonitor).noquote() << "metrics at port" << m_metrics.port();
    }
    m_circuit = std::make_unique<Circuit>(m_options.target, m_options.session);
    wire(*m_circuit);
    m_circuit->start();
    m_renew.start();
    constexpr milliseconds kShowEvery = 1s;
    m_show.start(kShowEvery);
    constexpr milliseconds kGrace = 5s; // to come into being; from then on being without connection is a miss
    m_grace.start(kGrace);
    return {};
}

void Monitor::wire(Circuit &circuit)
{
    connect(&circuit, &Circuit::arrived, this, &Monitor::arrived);
    connect(&circuit, &Circuit::lost, this, [this, &circuit](const QString &why) { lost(&circuit, why); });
    connect(&circuit, &Circuit::ready, this, [this, &circuit] { ready(&circuit); });
}

void Monitor::ready(const Circuit *circuit)
{
    if (circuit == m_next.get()) {
        retire(std::move(m_circuit));
        m_circuit = std::move(m_next);
    }
    m_view.clear();
    if (std::exchange(m_isDown, false))
        qCWarning(lcMonitor) << "connected again";
    else
        qCInfo(lcMonitor) << "connected";
    m_view.event({ { u"event"_qs, u"connection"_qs }, { u"connected"_qs, true } });
    if (m_grace.isActive())
        begin();
}

void Monitor::renew()
{
    if (m_next)
        return; // it is on its way still
    m_next = std::make_unique<Circuit>(m_options.target, m_options.session);
    wire(*m_next);
    m_next->start();
}

void Monitor::retire(std::unique_ptr<Circuit> circuit)
{
    if (!circuit)
        return;
    Circuit *leaving = circuit.release();
    leaving->disconnect(this);
    leaving->setParent(this);
    ++m_retiring;
    const auto gone = [this, leaving] {
        leaving->deleteLater();
        if (--m_retiring == 0 && m_isStopping)
            Q_EMIT finished(exitCode());
    };
    connect(leaving, &Circuit::stopped, this, gone, Qt::QueuedConnection); // the other one is to be counted before
    leaving->stop();
}

void Monitor::lost(const Circuit *circuit, const QString &why)
{
    m_view.clear();
    if (circuit == m_next.get()) { // the connections of before are in use still
        qCInfo(lcMonitor).noquote() << "connections cannot be renewed now:" << why;
        return;
    }
    if (std::exchange(m_isDown, true))
        qCInfo(lcMonitor).noquote() << "no connection:" << why;
    else
        qCWarning(lcMonitor).noquote() << "no connection:" << why << "- trying again";
    m_view.event({ { u"event"_qs, u"connection"_qs }, { u"connected"_qs, isConnected() }, { u"text"_qs, why } });
}

void Monitor::begin()
{
    m_grace.stop();
    m_beat.start();
    beat();
}

void Monitor::beat()
{
    sweep();
    if (m_isStopping)
        return;
    const Stamp stamp = m_lastStamp = std::max(wallNow(), m_lastStamp + 1);
    const Time now = monotonicNow();
    ++m_figures.sent;
    if (isConnected() && m_circuit->send(stamp)) {
        m_flights.sent(stamp, now);
        watch();
    } else {
        ++m_figures.unsent;
        ++m_figures.lost;
        m_view.event({ { u"event"_qs, u"unsent"_qs } });
        miss({ Alarm::Reason::Unsent, 0, {} });
    }
    if (hasSentAll())
        m_beat.stop();
    endIfDone();
}

void Monitor::arrived(Stamp stamp)
{
    take(m_flights.arrived(stamp, monotonicNow()));
    endIfDone();
}

void Monitor::sweep()
{
    for (const Event &event : m_flights.sweep(monotonicNow()))
        take(event);
    watch();
    endIfDone();
}

void Monitor::watch()
{
    if (const auto next = m_flights.nextDeadline(); next && !m_isStopping)
        m_sweep.start(timerFor(*next - monotonicNow() + 1ns));
    else
        m_sweep.stop();
}

void Monitor::take(const Event &event)
{
    m_view.event(eventJson(event, wallNow()));
    switch (event.kind) {
    case Event::Kind::Good:
        m_figures.took(event.latency);
        good();
        break;
    case Event::Kind::Late:
        m_figures.took(event.latency);
        if (event.isMiss) {
            ++m_figures.late;
            miss({ Alarm::Reason::Late, 0, event.latency });
        }
        break;
    case Event::Kind::Overdue:
        ++m_figures.late;
        miss({ Alarm::Reason::Missing, 0, {} });
        break;
    case Event::Kind::Lost: ++m_figures.lost; break;
    case Event::Kind::Foreign: ++m_figures.foreign; break;
    case Event::Kind::After:
    case Event::Kind::Double: break;
    }
}

void Monitor::good()
{
    m_rule.good();
    const int misses = std::exchange(m_missesInRow, 0);
    const bool hasRaised = std::exchange(m_hasRaised, false);
    if (misses == 0)
        return;
    m_view.clear();
    if (hasRaised)
        qCWarning(lcMonitor) << "messages come in time again, after" << misses << "misses in a row";
    else
        qCInfo(lcMonitor) << "messages come in time again, after" << misses << "misses in a row";
}

void Monitor::miss(const Alarm &alarm)
{
    ++m_missesInRow;
    if (!m_rule.miss(monotonicNow()))
        return;
    raise({ alarm.reason, m_options.missesForAlarm, alarm.latency });
}

void Monitor::raise(const Alarm &alarm)
{
    ++m_figures.alarms;
    m_hasRaised = true;
    m_view.clear();
    qCCritical(lcMonitor).noquote() << "alarm:" << alarm.misses << "misses in a row, the last one"
                                    << wordFor(alarm.reason);
    m_view.event(alarmJson(alarm));
    if (!m_options.command.isEmpty())
        m_command.run(alarm);
}

void Monitor::commandEnded(int code, const QString &fault)
{
    m_view.clear();
    if (!fault.isEmpty())
        qCCritical(lcMonitor).noquote() << fault;
    else
        qCWarning(lcMonitor) << "the command ended with exit code" << code;
    m_view.event({ { u"event"_qs, u"command"_qs }, { u"exitCode"_qs, code }, { u"text"_qs, fault } });
}

bool Monitor::hasSentAll() const
{
    return m_options.count > 0 && m_figures.sent >= std::uint64_t(m_options.count);
}

int Monitor::exitCode() const
{
    if (m_options.count == 0)
        return 0; // it was to run for ever, and what it has found is told
    return hasSentAll() && m_figures.lost == 0 && m_figures.late == 0 ? 0 : 1;
}

void Monitor::endIfDone()
{
    if (!m_isStopping && hasSentAll() && m_flights.areAllDecided())
        stop();
}

void Monitor::stop()
{
    if (std::exchange(m_isStopping, true))
        return;
    for (QTimer *timer : { &m_beat, &m_sweep, &m_renew, &m_show, &m_grace })
        timer->stop();
    m_view.summary(m_figures, m_options.threshold);
    retire(std::move(m_circuit));
    retire(std::move(m_next));
}

} // namespace relay::client::monitor

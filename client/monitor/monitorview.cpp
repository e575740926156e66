// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/monitorview.h"

#include <QJsonDocument>

#include <cstdio>

#include <unistd.h>

namespace relay::client::monitor {

namespace {

constexpr double kMedian = 0.5;
constexpr double kTail = 0.99;

double milliseconds(Time time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

QString plain(Time time)
{
    const double ms = milliseconds(time);
    constexpr double kWhole = 100; // from here on decimals say nothing
    return QString::number(ms, 'f', ms < kWhole ? 2 : 0);
}

void write(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
    std::fflush(stdout);
}

QString wordFor(Event::Kind kind)
{
    switch (kind) {
    case Event::Kind::Good:
    case Event::Kind::Late: return u"message"_qs;
    case Event::Kind::Overdue: return u"overdue"_qs;
    case Event::Kind::Lost: return u"lost"_qs;
    case Event::Kind::After: return u"after"_qs;
    case Event::Kind::Foreign: return u"foreign"_qs;
    case Event::Kind::Double: return u"double"_qs;
    }
    return {};
}

} // namespace

QString summaryText(const Figures &figures, Time threshold)
{
    QString text = QStringLiteral("%1 sent, %2 received, %3 lost, %4 late (over %5 ms)")
                       .arg(figures.sent)
                       .arg(figures.received())
                       .arg(figures.lost)
                       .arg(figures.late)
                       .arg(milliseconds(threshold));
    if (figures.unsent > 0)
        text += QStringLiteral("; %1 not sent, for lack of a connection").arg(figures.unsent);
    if (figures.received() > 0)
        text += QStringLiteral("; least/p50/p99/most %1/%2/%3/%4 ms")
                    .arg(plain(figures.least()), plain(figures.quantile(kMedian)), plain(figures.quantile(kTail)),
                         plain(figures.most()));
    return text;
}

QString statusText(const Figures &figures, int misses, bool isConnected)
{
    const auto last = figures.last();
    const QString now = !isConnected ? u"no connection"_qs : last ? QString(plain(*last) + u" ms now") : u"waiting"_qs;
    return now
        + QStringLiteral(", p50 %1 ms, p99 %2 ms, %3 of %4 received, misses in a row: %5")
              .arg(plain(figures.quantile(kMedian)), plain(figures.quantile(kTail)))
              .arg(figures.received())
              .arg(figures.sent)
              .arg(misses);
}

QJsonObject summaryJson(const Figures &figures)
{
    QJsonObject object { { u"event"_qs, u"summary"_qs },
                         { u"sent"_qs, qint64(figures.sent) },
                         { u"unsent"_qs, qint64(figures.unsent) },
                         { u"received"_qs, qint64(figures.received()) },
                         { u"lost"_qs, qint64(figures.lost) },
                         { u"late"_qs, qint64(figures.late) },
                         { u"foreign"_qs, qint64(figures.foreign) },
                         { u"alarms"_qs, qint64(figures.alarms) } };
    if (figures.received() > 0) {
        object[u"minMs"_qs] = milliseconds(figures.least());
        object[u"p50Ms"_qs] = milliseconds(figures.quantile(kMedian));
        object[u"p99Ms"_qs] = milliseconds(figures.quantile(kTail));
        object[u"maxMs"_qs] = milliseconds(figures.most());
    }
    return object;
}

QJsonObject eventJson(const Event &event, Stamp now)
{
    constexpr double kNsPerMs = 1e6;
    QJsonObject object { { u"event"_qs, wordFor(event.kind) }, { u"sentNs"_qs, QString::number(event.stamp) } };
    if (event.kind == Event::Kind::Foreign)
        object[u"latencyMs"_qs] = double(std::int64_t(now - event.stamp)) / kNsPerMs; // of two clocks, maybe below 0
    else if (event.kind != Event::Kind::Overdue && event.kind != Event::Kind::Lost)
        object[u"latencyMs"_qs] = milliseconds(event.latency);
    if (event.kind == Event::Kind::Good || event.kind == Event::Kind::Late)
        object[u"late"_qs] = event.kind == Event::Kind::Late;
    return object;
}

QJsonObject alarmJson(const Alarm &alarm)
{
    QJsonObject object { { u"event"_qs, u"alarm"_qs },
                         { u"reason"_qs, monitor::wordFor(alarm.reason) },
                         { u"misses"_qs, alarm.misses } };
    if (alarm.latency)
        object[u"latencyMs"_qs] = milliseconds(*alarm.latency);
    return object;
}

MonitorView::MonitorView(bool isJson, bool isQuiet)
    : m_isJson(isJson)
    , m_isQuiet(isQuiet)
    , m_isTerminal(!isJson && !isQuiet && ::isatty(STDOUT_FILENO) == 1)
{
}

MonitorView::~MonitorView()
{
    clear();
}

void MonitorView::event(const QJsonObject &object)
{
    if (m_isJson)
        write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void MonitorView::status(const QString &line)
{
    if (!m_isTerminal)
        return;
    write("\r\x1b[K" + line.toUtf8());
    m_hasLine = true;
}

void MonitorView::summary(const Figures &figures, Time threshold)
{
    clear();
    if (m_isJson)
        event(summaryJson(figures));
    else if (!m_isQuiet)
        write(summaryText(figures, threshold).toUtf8() + '\n');
}

void MonitorView::clear()
{
    if (std::exchange(m_hasLine, false))
        write("\r\x1b[K");
}

} // namespace relay::client::monitor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/outlet.h"

#include <QDateTime>
#include <QDeadlineTimer>

#include <utility>

namespace relay::client::host {

namespace {

using session::Status;

MessageQueue::Time now()
{
    return MessageQueue::Time(QDeadlineTimer::current().deadline());
}

} // namespace

Outlet::Outlet(Destination rule, OutletOptions options, FeedHub &hub, std::shared_ptr<OutletFigures> figures,
               QObject *parent)
    : QObject(parent)
    , m_rule(std::move(rule))
    , m_options(std::move(options))
    , m_hub(hub)
    , m_figures(std::move(figures))
    , m_waiting(m_options.limits)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Outlet::finish);
}

Outlet::~Outlet()
{
    m_waiting.dropAll();
    count();
}

void Outlet::start()
{
    if (!m_file.open(m_rule.file))
        Q_EMIT fileFailed(m_file.fault());
    auto target = session::makeTarget(m_rule.destination, m_rule.tokenFile, m_rule.token.toUtf8());
    if (const auto *fault = std::get_if<QString>(&target)) {
        changed({ .state = Status::State::Ended, .text = *fault, .isRefusal = true });
        return;
    }
    m_session = std::make_unique<session::Session>(std::get<session::Target>(std::move(target)), m_options.session);
    connectSession();
    m_session->start();
}

void Outlet::connectSession()
{
    using session::Session;
    connect(m_session.get(), &Session::opened, this, [this] {
        ++m_figures->connections;
        m_hub.readingChanged(*this);
        flush();
    });
    connect(m_session.get(), &Session::closed, this, [this] {
        m_hub.readingChanged(*this);
        if (m_isRetiring && !m_isClosing)
            finish();
    });
    connect(m_session.get(), &Session::drained, this, &Outlet::flush);
    connect(m_session.get(), &Session::message, this, &Outlet::take);
    connect(m_session.get(), &Session::statusChanged, this, &Outlet::changed);
    connect(m_session.get(), &Session::ended, this, &Outlet::finish);
}

void Outlet::changed(const Status &status)
{
    m_status = status;
    Q_EMIT statusChanged(status);
}

void Outlet::take(ws::Opcode opcode, const QByteArray &payload)
{
    ++m_figures->messagesIn;
    m_figures->bytesIn += payload.size();
    m_hub.publish(*this, opcode, payload);
}

void Outlet::deliver(ws::Opcode opcode, const QByteArray &payload)
{
    m_waiting.push(opcode, payload, now());
    flush();
}

void Outlet::flush()
{
    m_waiting.expire(now());
    while (!m_waiting.isEmpty() && m_session) {
        const auto &[opcode, payload, since] = m_waiting.front();
        if (!m_session->send(opcode, payload))
            break; // it tells when it is open, or has room
        ++m_figures->messagesOut;
        m_figures->bytesOut += payload.size();
        m_figures->lastMessage = QDateTime::currentMSecsSinceEpoch();
        if (!m_file.write(payload))
            Q_EMIT fileFailed(m_file.fault());
        Q_EMIT sent(payload.size());
        m_waiting.pop();
    }
    count();
    if (m_isRetiring && m_waiting.isEmpty() && !std::exchange(m_isClosing, true))
        m_session->stop();
}

void Outlet::count()
{
    m_figures->dropped += m_waiting.dropped() - std::exchange(m_countedDropped, m_waiting.dropped());
    m_figures->droppedBytes
        += m_waiting.droppedBytes() - std::exchange(m_countedDroppedBytes, m_waiting.droppedBytes());
}

MessageQueue Outlet::takeWaiting()
{
    MessageQueue waiting(m_options.limits);
    if (!isReading())
        waiting.adopt(std::move(m_waiting));
    return waiting;
}

void Outlet::retire(bool keepsFile)
{
    m_hub.leave(*this);
    m_isRetiring = true;
    if (!keepsFile)
        m_file.close();
    if (isReading()) {
        m_deadline.start(m_options.retireWithin);
        flush();
    } else {
        m_isClosing = true;
        if (m_session)
            m_session->stop();
        else
            finish();
    }
}

void Outlet::finish()
{
    m_deadline.stop();
    if (!m_isRetiring || std::exchange(m_isFinished, true))
        return;
    m_waiting.dropAll();
    count();
    Q_EMIT finished();
}

} // namespace relay::client::host

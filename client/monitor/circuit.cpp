// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/circuit.h"

namespace relay::client::monitor {

using session::Session;

Circuit::Circuit(const session::Target &target, const session::SessionOptions &options, QObject *parent)
    : QObject(parent)
    , m_sender(target, options)
    , m_reader(target, options)
{
    constexpr std::chrono::milliseconds kSettled { 100 }; // some relays open a websocket before they put it on its topic
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettled);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        m_isReady = true;
        Q_EMIT ready();
    });
    for (Session *session : { &m_sender, &m_reader })
        wire(*session);
    connect(&m_reader, &Session::message, this, [this](ws::Opcode opcode, const QByteArray &payload) {
        const auto stamp = opcode == ws::Opcode::Binary ? stampIn(payload) : std::nullopt;
        if (stamp)
            Q_EMIT arrived(*stamp);
    });
}

Circuit::~Circuit() = default;

void Circuit::wire(Session &session)
{
    connect(&session, &Session::opened, this, &Circuit::look);
    connect(&session, &Session::closed, this, &Circuit::look);
    connect(&session, &Session::statusChanged, this, &Circuit::changed);
    connect(&session, &Session::ended, this, [this] {
        constexpr int kEnds = 2;
        if (++m_ended == kEnds)
            Q_EMIT stopped();
    });
}

void Circuit::start()
{
    m_reader.start();
    m_sender.start();
}

void Circuit::stop()
{
    m_isStopping = true;
    m_isReady = false;
    m_settle.stop();
    m_sender.stop();
    m_reader.stop();
}

bool Circuit::send(Stamp stamp)
{
    return m_isReady && m_sender.send(ws::Opcode::Binary, payloadOf(stamp));
}

void Circuit::look()
{
    const bool isOpen = m_sender.isOpen() && m_reader.isOpen() && !m_isStopping;
    if (!isOpen) {
        m_isReady = false;
        m_settle.stop();
    } else if (!m_isReady) {
        m_settle.start();
    }
}

void Circuit::changed(const session::Status &status)
{
    if (m_isStopping || status.state != session::Status::State::Waiting)
        return;
    look();
    Q_EMIT lost(status.text);
}

} // namespace relay::client::monitor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/tunnel.h"

namespace relay::client::shell {

namespace {

constexpr qint64 kQueued = 256 * 1024;                   // bytes that may wait in the leg before the near end has to
constexpr qint64 kMostToNear = ResumableStream::kWindow; // bytes that may wait for the near end: plain
constexpr std::chrono::milliseconds kAckWithin { 100 };  // docs/ssh.md
constexpr std::chrono::milliseconds kLastMoment { 5000 };

} // namespace

Tunnel::Tunnel(QObject *parent)
    : QObject(parent)
{
    m_ackTimer.setSingleShot(true);
    m_lastMoment.setSingleShot(true);
    connect(&m_ackTimer, &QTimer::timeout, this, [this] { sendFrames(true); });
    connect(&m_lastMoment, &QTimer::timeout, this, [this] {
        m_toNear.clear();
        checkGone();
    });
}

Tunnel::~Tunnel()
{
    dropLeg();
}

void Tunnel::setNear(std::unique_ptr<NearEnd> near)
{
    m_near = std::move(near);
    connect(m_near.get(), &NearEnd::came, this, &Tunnel::nearCame);
    connect(m_near.get(), &NearEnd::ended, this, &Tunnel::nearEnded);
    connect(m_near.get(), &NearEnd::failed, this, [this](const QString &text) { nearLost(text); });
    connect(m_near.get(), &NearEnd::writable, this, &Tunnel::deliver);
}

void Tunnel::dropLeg()
{
    if (!m_leg)
        return;
    m_leg->disconnect(this);
    m_leg.release()->deleteLater(); // it may be the one that is telling us
}

void Tunnel::beginLeg(std::unique_ptr<session::Session> leg)
{
    dropLeg();
    m_leg = std::move(leg);
    m_hasForm = false;
    if (m_form == Form::Framed) {
        m_stream.beginLeg();
        m_toNear.clear();
    }
    connect(m_leg.get(), &session::Session::opened, this, [this] { legOpened(); });
    connect(m_leg.get(), &session::Session::message, this, &Tunnel::legMessage);
    connect(m_leg.get(), &session::Session::drained, this, &Tunnel::settle);
    connect(m_leg.get(), &session::Session::statusChanged, this, [this](const session::Status &status) {
        if (status.state != session::Status::State::Ended)
            return;
        m_hasForm = false;
        dropLeg();
        if (m_isOver)
            QMetaObject::invokeMethod(this, &Tunnel::checkGone, Qt::QueuedConnection); // never before over()
        else
            legEnded(status);
    });
    m_leg->start();
}

void Tunnel::say(const QByteArray &hello)
{
    if (!m_leg->send(ws::Opcode::Text, hello))
        return; // it has just ended, which is told
    m_leg->flush();
}

void Tunnel::legMessage(ws::Opcode opcode, const QByteArray &payload)
{
    if (m_isOver)
        return;
    if (!m_hasForm)
        greeted(opcode, payload);
    else if (opcode != ws::Opcode::Binary)
        return; // nobody who is known sends any, and programs of before ignore them as well
    else if (m_form == Form::Framed)
        takeFrame(payload);
    else
        takePlain(payload);
}

void Tunnel::goPlain()
{
    m_form = Form::Plain;
    m_hasForm = true;
    settle();
}

QString Tunnel::goFramed(qint64 peerReceived)
{
    if (const QString fault = m_stream.resumeFrom(peerReceived); !fault.isEmpty())
        return fault;
    m_form = Form::Framed;
    m_hasForm = true;
    settle();
    return {};
}

void Tunnel::takePlain(const QByteArray &bytes)
{
    m_toNear.append(bytes, 0);
    deliver();
}

void Tunnel::takeFrame(const QByteArray &message)
{
    using Kind = ResumableStream::Taken::Kind;
    const auto taken = m_stream.take(message);
    switch (taken.kind) {
    case Kind::Data: m_toNear.append(message, 1); break;
    case Kind::Nothing: break;
    case Kind::Aborted:
        finish(taken.text.isEmpty() ? QStringLiteral("the other end has ended it") : taken.text);
        return;
    case Kind::Fault: abort(taken.text); return;
    }
    deliver();
}

void Tunnel::nearCame(const QByteArray &message)
{
    if (m_form == Form::Framed) {
        m_stream.give(message);
        settle();
        return;
    }
    // Only what has a leg to go to is read: settle() sees to that.
    if (!m_leg->send(ws::Opcode::Binary, QByteArrayView(message).sliced(1)))
        return; // it has just ended, and with it everything
    m_leg->flush();
    settle();
}

void Tunnel::nearEnded()
{
    if (m_form == Form::Framed) {
        m_stream.finish();
        settle();
    } else {
        finish({}); // programs of before know no half of an end
    }
}

void Tunnel::deliver()
{
    while (m_near && !m_toNear.isEmpty()) {
        const qint64 count = m_near->write(m_toNear.front());
        if (count < 0) {
            const QString fault = m_near->fault();
            m_toNear.clear();
            m_isOver ? checkGone() : nearLost(fault);
            return;
        }
        if (count == 0)
            break;
        m_toNear.drop(count);
        if (m_form == Form::Framed)
            m_stream.consumed(count);
    }
    if (m_isOver)
        checkGone();
    else
        settle();
}

void Tunnel::settle()
{
    if (m_isOver)
        return;
    if (m_form == Form::Framed) {
        if (m_near && m_stream.isDrained())
            m_near->finish();
        sendFrames(false);
        return;
    }
    const bool isOpen = m_hasForm && m_leg && m_leg->isOpen();
    if (m_near)
        m_near->setReading(isOpen && m_leg->queuedBytes() < kQueued);
    if (isOpen)
        m_leg->setPaused(m_toNear.size() > kMostToNear);
}

void Tunnel::sendFrames(bool acksNow)
{
    if (m_hasForm && m_leg && m_leg->isOpen()) {
        bool hasSent = false;
        while (m_leg->queuedBytes() < kQueued) {
            const QByteArray message = m_stream.next(acksNow);
            if (message.isEmpty() || !m_leg->send(ws::Opcode::Binary, message))
                break; // a leg that takes nothing has ended: what was meant for it is sent on the next one
            hasSent = true;
        }
        if (hasSent)
            m_leg->flush();
        if (m_stream.hasAck() && !m_ackTimer.isActive())
            m_ackTimer.start(kAckWithin);
    }
    if (m_near)
        m_near->setReading(m_stream.room() > 0);
    if (m_stream.isComplete() && !m_isOver) {
        m_near.reset();
        completed();
    }
}

void Tunnel::abort(const QString &reason, const QString &fault)
{
    if (m_isOver)
        return;
    if (m_hasForm && m_form == Form::Framed && m_leg && m_leg->isOpen())
        (void)m_leg->send(ws::Opcode::Binary, encodeAbort(reason));
    m_toNear.clear();
    finish(fault);
}

void Tunnel::finish(const QString &fault)
{
    if (std::exchange(m_isOver, true))
        return;
    m_ackTimer.stop();
    if (m_near)
        m_near->setReading(false);
    m_lastMoment.start(kLastMoment);
    if (m_leg)
        m_leg->stop();
    Q_EMIT over(fault);
    QMetaObject::invokeMethod(this, &Tunnel::checkGone, Qt::QueuedConnection);
}

void Tunnel::checkGone()
{
    if (m_near && m_toNear.isEmpty()) {
        NearEnd *near = m_near.release(); // it may be the one that is telling us
        near->disconnect(this);
        near->finish();
        near->deleteLater();
    }
    if (!m_near && !m_leg && !std::exchange(m_isGone, true)) {
        m_lastMoment.stop();
        Q_EMIT gone();
    }
}

} // namespace relay::client::shell

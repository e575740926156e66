// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/tunnel.h"

namespace relay::client::shell {

namespace {

constexpr qint64 kQueued = 256 * 1024;                   // bytes that may wait in the leg before the near end has to
constexpr qint64 kMostToNear = ResumableStream::kWindow; // bytes that may wait for the near end: plain
constexpr std::chrono::milliseconds kAckWithin { 100 };  // docs/shell-protocol.md
constexpr std::chrono::milliseconds kStall { 5000 };     // in which the near end has to take something of what is left

} // namespace

Tunnel::Tunnel(QObject *parent)
    : QObject(parent)
{
    m_ackTimer.setSingleShot(true);
    m_stall.setSingleShot(true);
    m_quietTimer.setSingleShot(true);
    connect(&m_ackTimer, &QTimer::timeout, this, [this] {
        if (!m_isOver)
            sendFrames(true);
    });
    connect(&m_stall, &QTimer::timeout, this, &Tunnel::stalled);
    connect(&m_quietTimer, &QTimer::timeout, this, &Tunnel::quietened);
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

//! The program reads an end, or where it has not got all of it, an error.
void Tunnel::dropNear(bool hasAll)
{
    if (!m_near)
        return;
    NearEnd *near = m_near.release(); // it may be the one that is telling us
    near->disconnect(this);
    near->setReading(false);
    hasAll ? near->finish() : near->reset();
    near->deleteLater();
}

void Tunnel::beginLeg(std::unique_ptr<session::Session> leg)
{
    if (m_isOver)
        return;
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

void Tunnel::stopLeg()
{
    if (m_leg)
        m_leg->stop();
}

void Tunnel::say(const QByteArray &hello)
{
    if (!m_leg || !m_leg->send(ws::Opcode::Text, hello))
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
    waitForQuiet();
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
        if (m_isOver)
            watchForStall();
        else
            waitForQuiet();
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
        dropNear(true);
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
    m_fault = fault;
    m_ackTimer.stop();
    m_quietTimer.stop();
    stopped();
    if (m_near)
        m_near->setReading(false);
    watchForStall();
    stopLeg();
    QMetaObject::invokeMethod(this, &Tunnel::checkGone, Qt::QueuedConnection);
}

void Tunnel::finishWhenQuiet(std::chrono::milliseconds quiet)
{
    m_quiet = quiet;
    waitForQuiet();
}

void Tunnel::waitForQuiet()
{
    if (m_quiet.count() == 0 || m_isOver)
        return;
    m_inKernel = m_near ? m_near->inKernel() : 0;
    m_quietTimer.start(m_toNear.isEmpty() ? m_quiet : std::max(m_quiet, kStall));
}

void Tunnel::quietened()
{
    if (!m_toNear.isEmpty() && isNearTaking())
        waitForQuiet();
    else
        finish({});
}

//! It takes no more before a good part of a large buffer of the kernel is free, which with a slow program lasts.
bool Tunnel::isNearTaking() const
{
    return m_near && m_near->inKernel() < m_inKernel;
}

void Tunnel::watchForStall()
{
    m_inKernel = m_near ? m_near->inKernel() : 0;
    m_stall.start(kStall);
}

void Tunnel::stalled()
{
    if (isNearTaking()) {
        watchForStall();
        return;
    }
    if (m_near && !m_toNear.isEmpty()) {
        const auto text = QStringLiteral("%1 bytes were lost, of which the program here has taken none for %2 s")
                              .arg(m_toNear.size())
                              .arg(std::chrono::duration_cast<std::chrono::seconds>(kStall).count());
        m_fault += m_fault.isEmpty() ? text : QStringLiteral("; ") + text;
        dropNear(false);
    }
    m_toNear.clear();
    checkGone();
}

void Tunnel::checkGone()
{
    if (m_near && !m_toNear.isEmpty())
        return;
    m_stall.stop();
    dropNear(true);
    if (!std::exchange(m_isTold, true))
        Q_EMIT over(m_fault);
    if (!m_leg && !std::exchange(m_isGone, true))
        Q_EMIT gone();
}

} // namespace relay::client::shell

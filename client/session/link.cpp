// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/link.h"

#include "client/session/accessanswer.h"
#include "client/session/handshake.h"
#include "common/ws/frameencoder.h"

#include <QDeadlineTimer>
#include <QRandomGenerator>
#include <QSslSocket>

namespace relay::client::session {

namespace {

constexpr qint64 kReadBuffer = 1024 * 1024; // bytes: what may come while it is paused

Pulse::Time now()
{
    return Pulse::Time(QDeadlineTimer::current().deadline());
}

QByteArray randomKey()
{
    QByteArray bytes(16, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return bytes.toBase64();
}

} // namespace

Link::Link(Address address, LinkOptions options, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_options(std::move(options))
    , m_socket(std::make_unique<QSslSocket>())
    , m_parser(ws::Role::Client, m_options.maxMessage)
    , m_pulse(m_options.pingEvery, m_options.deadAfter)
{
    m_deadline.setSingleShot(true);
    m_heart.setSingleShot(true);
    wire();
}

Link::~Link()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void Link::wire()
{
    connect(&m_heart, &QTimer::timeout, this, &Link::beat);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_state == State::Closing)
            end(m_closing);
        else
            fail(QStringLiteral("no answer within %1 s").arg(m_options.openWithin.count() / 1000));
    });
    connect(m_socket.get(), &QSslSocket::readyRead, this, &Link::read);
    connect(m_socket.get(), &QSslSocket::bytesWritten, this, &Link::wrote);
    connect(m_socket.get(), &QSslSocket::encryptedBytesWritten, this, &Link::wrote);
    connect(m_socket.get(), &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        fail(QStringLiteral("the certificate is not trusted: ") + errors.value(0).errorString());
    });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this] { lose(m_socket->errorString()); });
}

qint64 Link::queuedBytes() const
{
    return m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
}

void Link::open()
{
    m_state = State::Connecting;
    m_deadline.start(m_options.openWithin);
    m_socket->setProxy(m_options.proxy);
    m_socket->setSslConfiguration(m_options.tls);
    m_socket->setReadBufferSize(kReadBuffer);
    connect(m_socket.get(), m_address.isSecure ? &QSslSocket::encrypted : &QSslSocket::connected, this,
            &Link::shakeHands);
    if (m_address.isSecure)
        m_socket->connectToHostEncrypted(m_address.host, m_address.port);
    else
        m_socket->connectToHost(m_address.host, m_address.port);
}

void Link::shakeHands()
{
    m_state = State::Shaking;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_key = randomKey();
    m_socket->write(handshakeRequest(m_address, m_key, m_options.userAgent, m_options.protocol));
}

void Link::read()
{
    if (m_state == State::Shaking)
        takeHandshake();
    else
        takeFrames();
}

void Link::takeHandshake()
{
    m_received += m_socket->readAll();
    const auto response = parseHandshakeResponse(m_received, m_key, m_options.protocol);
    if (!response)
        return;
    if (!response->fault.isEmpty()) {
        const QString sentence = messageIn(m_received.mid(response->size));
        fail(sentence.isEmpty() ? response->fault : QString(response->fault + QStringLiteral(": ") + sentence),
             response->status, response->retryAfter);
        return;
    }
    m_received.remove(0, response->size);
    m_hasProtocol = response->hasProtocol;
    m_deadline.stop();
    m_state = State::Open;
    m_pulse.start(now());
    beat();
    Q_EMIT opened();
    takeFrames();
}

void Link::takeFrames()
{
    // QSslSocket reads, and tells of it, from inside of flush() as well: that is in the middle of a slot of message().
    if (m_isTaking)
        return;
    m_isTaking = true;
    do {
        takeSome();
    } while ((m_state == State::Open || m_state == State::Closing) && !m_isPaused && m_socket->bytesAvailable() > 0);
    m_isTaking = false;
    if (m_isLost)
        finishLoss();
}

void Link::takeSome()
{
    if (m_isPaused)
        return;
    QByteArray bytes = std::exchange(m_received, {});
    bytes.isEmpty() ? bytes = m_socket->readAll() : bytes += m_socket->readAll();
    if (!bytes.isEmpty())
        m_pulse.heard(now());
    std::span<char> input { bytes.data(), std::size_t(bytes.size()) };
    while (m_state == State::Open || m_state == State::Closing) {
        const auto event = m_parser.next(input);
        if (event == ws::FrameParser::Event::NeedMore)
            return;
        takeEvent(event);
        if (event == ws::FrameParser::Event::Failed)
            return;
        if (m_isPaused) {
            m_received = QByteArray(input.data(), qsizetype(input.size()));
            return;
        }
    }
}

void Link::takeEvent(ws::FrameParser::Event event)
{
    using Event = ws::FrameParser::Event;
    const QByteArray payload(m_parser.payload().data(), qsizetype(m_parser.payload().size()));
    if (event == Event::Close) {
        takeClose();
    } else if (event == Event::Failed) {
        const auto why = m_parser.failure();
        close(m_parser.closeCode(), QByteArray(why.data(), qsizetype(why.size())));
    } else if (m_state == State::Open && event == Event::Message) {
        Q_EMIT message(m_parser.opcode(), payload);
    } else if (m_state == State::Open && event == Event::Ping) {
        write(ws::Opcode::Pong, payload);
    }
}

void Link::takeClose()
{
    const QByteArray reason(m_parser.payload().data(), qsizetype(m_parser.payload().size()));
    const std::uint16_t code = m_parser.closeCode();
    if (m_state == State::Closing) {
        m_closing.isAnswered = true;
        end(m_closing);
        return;
    }
    const std::string answer = ws::encodeClose(code, {});
    write(ws::Opcode::Close, QByteArrayView(answer).sliced(2));
    m_socket->flush();
    end({ .code = code, .text = QString::fromUtf8(reason) });
}

void Link::wrote()
{
    const qint64 queued = queuedBytes();
    if (m_state == State::Closing) {
        m_deadline.start(m_options.closeWithin);
    } else if (m_state == State::Open && (queued == 0 || (m_isFull && queued <= m_options.maxQueued / 2))) {
        m_isFull = false;
        Q_EMIT drained();
    }
}

void Link::beat()
{
    switch (m_pulse.beat(now())) {
    case Pulse::Beat::Dead: {
        const auto silence = m_options.deadAfter.count() / 1000;
        fail(m_pulse.hasHeard() ? QStringLiteral("nothing was heard for %1 s").arg(silence)
                                : QStringLiteral("it was opened, and then nothing was heard for %1 s; servers of before "
                                                 "do so with a code that they do not take")
                                      .arg(silence));
        return;
    }
    case Pulse::Beat::Ping: write(ws::Opcode::Ping, {}); break;
    case Pulse::Beat::Nothing: break;
    }
    m_heart.start(m_pulse.untilNext(now()));
}

void Link::write(ws::Opcode opcode, QByteArrayView payload)
{
    std::array<std::uint8_t, 4> mask;
    const quint32 random = QRandomGenerator::global()->generate();
    std::memcpy(mask.data(), &random, mask.size());
    std::array<char, ws::kMaxHeader> header;
    const std::size_t size = ws::encodeMaskedHeader(header, opcode, std::uint64_t(payload.size()), mask);
    QByteArray frame(qsizetype(size) + payload.size(), Qt::Uninitialized);
    std::memcpy(frame.data(), header.data(), size);
    if (!payload.isEmpty())
        std::memcpy(frame.data() + size, payload.data(), std::size_t(payload.size()));
    ws::applyMask({ frame.data() + size, std::size_t(payload.size()) }, mask);
    m_socket->write(frame);
}

bool Link::send(ws::Opcode opcode, QByteArrayView payload)
{
    if (m_state != State::Open)
        return false;
    m_isFull = m_isFull || queuedBytes() >= m_options.maxQueued;
    if (m_isFull)
        return false;
    write(opcode, payload);
    return true;
}

void Link::close(std::uint16_t code, const QByteArray &reason)
{
    if (m_state == State::Closing || m_state == State::Ended)
        return;
    Ending ending { .code = code, .text = QString::fromUtf8(reason) };
    if (m_state != State::Open) {
        end(ending);
        return;
    }
    m_state = State::Closing;
    m_closing = std::move(ending);
    m_heart.stop();
    const std::string frame = ws::encodeClose(code, { reason.constData(), std::size_t(reason.size()) });
    write(ws::Opcode::Close, QByteArrayView(frame).sliced(2));
    m_deadline.start(m_options.closeWithin);
    setPaused(false);
}

void Link::setPaused(bool isPaused)
{
    if (m_isPaused == isPaused || m_isLost)
        return;
    m_isPaused = isPaused;
    if (isPaused) {
        m_pulse.pause();
        return;
    }
    m_pulse.resume(now());
    if (m_state == State::Open || m_state == State::Closing)
        QMetaObject::invokeMethod(this, &Link::takeFrames, Qt::QueuedConnection);
}

void Link::fail(const QString &text, int status, int retryAfter)
{
    end({ .code = ws::close::kAbnormal, .text = text, .status = status, .retryAfter = retryAfter });
}

void Link::lose(const QString &text)
{
    // What came before the end is still there, and counts, also for who wants a pause.
    m_isLost = true;
    m_isPaused = false;
    m_lossText = text;
    if (m_state == State::Open || m_state == State::Closing)
        takeFrames();
    else
        finishLoss();
}

void Link::finishLoss()
{
    if (m_state == State::Closing)
        end(m_closing);
    else
        fail(m_lossText);
}

void Link::end(Ending ending)
{
    if (std::exchange(m_state, State::Ended) == State::Ended)
        return;
    m_deadline.stop();
    m_heart.stop();
    m_socket->disconnect(this);
    m_socket->disconnectFromHost();
    ending.hasSpoken = m_pulse.hasHeard();
    Q_EMIT ended(ending);
}

} // namespace relay::client::session

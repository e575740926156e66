// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/link.h"

#include "client/session/handshake.h"
#include "common/ws/frameencoder.h"

#include <QDeadlineTimer>
#include <QRandomGenerator>
#include <QSslSocket>

namespace relay::client::session {

namespace {

constexpr int kCloseWithinMs = 4000;
constexpr qsizetype kMaxText = 500; // of a refusal, bytes

qint64 nowMs()
{
    return QDeadlineTimer::current().deadline();
}

QByteArray randomKey()
{
    QByteArray bytes(16, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return bytes.toBase64();
}

//! The first line of a refusal's body, as far as it is one for people.
QString sentenceIn(const QByteArray &body)
{
    const QString text = QString::fromUtf8(body.left(kMaxText)).section(u'\n', 0, 0).trimmed();
    return text.startsWith(u'<') ? QString() : text;
}

} // namespace

Link::Link(Address address, LinkOptions options, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_options(std::move(options))
    , m_socket(std::make_unique<QSslSocket>())
    , m_parser(ws::Role::Client, m_options.maxMessage)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_state == State::Closing)
            end(m_closing);
        else
            refuse(0, 0, QStringLiteral("no answer within %1 s").arg(m_options.openWithinMs / 1000));
    });
    connect(&m_heart, &QTimer::timeout, this, &Link::beat);
    connect(m_socket.get(), &QSslSocket::readyRead, this, &Link::read);
    connect(m_socket.get(), &QSslSocket::bytesWritten, this, [this] {
        if (m_state == State::Open && queuedBytes() == 0)
            Q_EMIT drained();
    });
    connect(m_socket.get(), &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        refuse(0, 0, QStringLiteral("the certificate is not trusted: ") + errors.value(0).errorString());
    });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this] {
        if (m_state == State::Closing)
            end(m_closing);
        else
            end({ ws::close::kAbnormal, m_socket->errorString(), 0, 0 });
    });
}

Link::~Link()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

qint64 Link::queuedBytes() const
{
    return m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
}

void Link::open()
{
    m_state = State::Connecting;
    m_deadline.start(m_options.openWithinMs);
    m_socket->setProxy(m_options.proxy);
    m_socket->setSslConfiguration(m_options.tls);
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
    m_socket->write(handshakeRequest(m_address, m_key, m_options.userAgent));
}

void Link::read()
{
    m_heardAt = nowMs();
    if (m_state == State::Shaking)
        takeHandshake();
    else if (m_state == State::Open || m_state == State::Closing)
        takeFrames();
}

void Link::takeHandshake()
{
    m_received += m_socket->readAll();
    const auto response = parseHandshakeResponse(m_received, m_key);
    if (!response)
        return;
    if (!response->fault.isEmpty()) {
        const QString sentence = sentenceIn(m_received.mid(response->size));
        refuse(response->status, response->retryAfter,
               sentence.isEmpty() ? response->fault : QString(response->fault + QStringLiteral(": ") + sentence));
        return;
    }
    m_received.remove(0, response->size);
    m_deadline.stop();
    m_state = State::Open;
    m_heart.start(m_options.pingEveryMs);
    Q_EMIT opened();
    if (!m_received.isEmpty() || m_socket->bytesAvailable() > 0)
        takeFrames();
}

void Link::takeFrames()
{
    using Event = ws::FrameParser::Event;
    QByteArray bytes = std::exchange(m_received, {}) + m_socket->readAll();
    std::span<char> input { bytes.data(), std::size_t(bytes.size()) };
    while (m_state == State::Open || m_state == State::Closing) {
        const Event event = m_parser.next(input);
        const QByteArray payload(m_parser.payload().data(), qsizetype(m_parser.payload().size()));
        switch (event) {
        case Event::NeedMore: return;
        case Event::Message:
            if (m_state == State::Open)
                Q_EMIT message(m_parser.opcode(), payload);
            break;
        case Event::Ping:
            if (m_state == State::Open)
                write(ws::Opcode::Pong, payload);
            break;
        case Event::Pong: break;
        case Event::Close: takeClose(); return;
        case Event::Failed: {
            const auto why = m_parser.failure();
            const QByteArray reason(why.data(), qsizetype(why.size()));
            close(m_parser.closeCode(), reason);
            return;
        }
        }
    }
}

void Link::takeClose()
{
    const QByteArray reason(m_parser.payload().data(), qsizetype(m_parser.payload().size()));
    const std::uint16_t code = m_parser.closeCode();
    if (m_state == State::Closing) {
        end(m_closing);
        return;
    }
    const std::string answer = ws::encodeClose(code, {});
    write(ws::Opcode::Close, QByteArrayView(answer).sliced(2));
    m_socket->flush();
    end({ code, QString::fromUtf8(reason), 0, 0 });
}

void Link::refuse(int status, int retryAfter, const QString &fault)
{
    end({ ws::close::kAbnormal, fault, status, retryAfter });
}

void Link::beat()
{
    if (nowMs() - m_heardAt >= m_options.deadAfterMs)
        end({ ws::close::kAbnormal, QStringLiteral("nothing was heard for %1 s").arg(m_options.deadAfterMs / 1000), 0,
              0 });
    else
        write(ws::Opcode::Ping, {});
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

void Link::send(ws::Opcode opcode, QByteArrayView payload)
{
    if (m_state == State::Open)
        write(opcode, payload);
}

void Link::close(std::uint16_t code, const QByteArray &reason)
{
    if (m_state == State::Closing || m_state == State::Ended)
        return;
    if (m_state != State::Open) {
        end({ code, QString::fromUtf8(reason), 0, 0 });
        return;
    }
    m_state = State::Closing;
    m_closing = { code, QString::fromUtf8(reason), 0, 0 };
    const std::string frame = ws::encodeClose(code, { reason.constData(), std::size_t(reason.size()) });
    write(ws::Opcode::Close, QByteArrayView(frame).sliced(2));
    m_deadline.start(kCloseWithinMs);
}

void Link::end(const Ending &ending)
{
    if (std::exchange(m_state, State::Ended) == State::Ended)
        return;
    m_deadline.stop();
    m_heart.stop();
    m_socket->disconnect(this);
    m_socket->disconnectFromHost();
    Q_EMIT ended(ending);
}

} // namespace relay::client::session

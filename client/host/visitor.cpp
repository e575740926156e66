// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/visitor.h"

#include "client/host/lastword.h"
#include "common/http/body.h"
#include "common/http/response.h"

#include <QStringBuilder>

#include <utility>

namespace relay::client::host {

namespace {
constexpr int kWithinMs = 5000;
constexpr qsizetype kMostBody = 1024 * 1024; // bytes; rules are short
} // namespace

Visitor::Visitor(std::unique_ptr<QTcpSocket> socket, const Reception &reception, QObject *parent)
    : QObject(parent)
    , m_reception(reception)
    , m_socket(std::move(socket))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { refuse(408, m_body ? "the body did not come within 5 s" : "the head did not come within 5 s"); });
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Visitor::read);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_deadline.start(kWithinMs);
}

void Visitor::read()
{
    if (!m_socket)
        return;
    m_received += m_socket->readAll();
    if (m_body)
        readBody();
    else
        readHead();
}

void Visitor::readHead()
{
    auto parsed = http::parseHead(m_received);
    if (const auto *fault = std::get_if<http::HeadFault>(&parsed)) {
        refuse(fault->status, fault->reason, fault->headers);
    } else if (const auto *head = std::get_if<http::RequestHead>(&parsed)) {
        m_received.remove(0, head->size);
        m_method = head->method;
        route(*head);
    }
}

void Visitor::route(const http::RequestHead &head)
{
    const LocalRoute decided = decide(head, m_reception.policy);
    if (const auto *fault = std::get_if<http::HeadFault>(&decided)) {
        refuse(fault->status, fault->reason, fault->headers);
    } else if (const auto *call = std::get_if<CallRoute>(&decided)) {
        beginCall(head, call->path);
    } else if (const auto *ingest = std::get_if<IngestRoute>(&decided)) {
        if (http::expectsContinue(head))
            m_socket->write(http::kContinue);
        m_reception.ingest(release(), head, m_received, *ingest);
    } else {
        m_reception.socket(release(), m_received, std::get<SocketRoute>(decided));
    }
}

void Visitor::beginCall(const http::RequestHead &head, const QByteArray &path)
{
    m_path = path;
    const bool hasBody = head.count("transfer-encoding") > 0 || head.count("content-length") > 0;
    if (!hasBody) {
        answerCall();
        return;
    }
    m_body.emplace(head);
    if (http::expectsContinue(head))
        m_socket->write(http::kContinue);
    readBody();
}

void Visitor::readBody()
{
    std::span<const char> input { m_received.constData(), std::size_t(m_received.size()) };
    for (auto piece = m_body->next(input); !piece.empty() && m_text.size() <= kMostBody; piece = m_body->next(input))
        m_text.append(piece.data(), qsizetype(piece.size()));
    m_received.clear();
    if (m_text.size() > kMostBody) {
        refuse(413, "The body of a call is at most 1 MiB.");
    } else if (m_body->state() == http::BodyReader::State::Failed) {
        refuse(m_body->failureStatus(), QByteArray::fromStdString(m_body->failure()));
    } else if (m_body->state() == http::BodyReader::State::Finished) {
        answerCall();
    }
}

void Visitor::answerCall()
{
    const RestReply reply = m_reception.call(m_method, m_path, m_text);
    const QByteArray allow = reply.allow.isEmpty() ? QByteArray() : QByteArray("Allow: " + reply.allow + "\r\n");
    say(http::response(reply.status, reply.contentType, reply.body, allow, m_method != "HEAD"));
}

void Visitor::refuse(int status, const QByteArray &reason, const QByteArray &headers)
{
    say(http::response(status, "text/plain; charset=utf-8", QByteArray(reason + '\n'), headers, m_method != "HEAD"));
}

void Visitor::say(const QByteArray &response)
{
    if (auto socket = release())
        LastWord::say(std::move(socket), response, parent());
}

std::unique_ptr<QTcpSocket> Visitor::release()
{
    m_deadline.stop();
    if (m_socket)
        m_socket->disconnect(this);
    deleteLater();
    return std::move(m_socket);
}

} // namespace relay::client::host

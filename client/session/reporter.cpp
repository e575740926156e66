// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/reporter.h"

#include "common/format/escape.h"
#include "common/format/quantity.h"

#include <QJsonDocument>

#include <cstdio>

#include <unistd.h>

namespace relay::client::session {

namespace {

using State = Status::State;

void write(const QString &text)
{
    std::fputs(qUtf8Printable(text), stderr);
    std::fflush(stderr);
}

void write(const QJsonObject &object)
{
    write(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

} // namespace

QString wordFor(State state)
{
    switch (state) {
    case State::Asking: return QStringLiteral("asking");
    case State::Dialling: return QStringLiteral("dialling");
    case State::Open: return QStringLiteral("open");
    case State::Waiting: return QStringLiteral("waiting");
    case State::Ended: return QStringLiteral("ended");
    }
    return {};
}

Reporter::Reporter(QString program, bool isJson, bool isQuiet, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_isJson(isJson)
    , m_isQuiet(isQuiet)
    , m_isTerminal(!isJson && !isQuiet && ::isatty(STDERR_FILENO) == 1)
{
    constexpr int kEveryMs = 1000;
    connect(&m_tick, &QTimer::timeout, this, &Reporter::progress);
    if (m_isTerminal)
        m_tick.start(kEveryMs);
}

Reporter::~Reporter()
{
    clearProgress();
}

void Reporter::destinationChanged(const QString &id, const Status &status)
{
    if (m_isJson) {
        QJsonObject object { { QStringLiteral("event"), wordFor(status.state) },
                             { QStringLiteral("text"), status.text },
                             { QStringLiteral("waitMs"), qint64(status.wait.count()) },
                             { QStringLiteral("refused"), status.isRefusal },
                             { QStringLiteral("code"), status.code },
                             { QStringLiteral("status"), status.httpStatus },
                             { QStringLiteral("messages"), m_messages } };
        if (!id.isEmpty())
            object.insert(QStringLiteral("destination"), id);
        write(object);
        return;
    }
    clearProgress();
    const QString start
        = id.isEmpty() ? m_program : QString(m_program + QStringLiteral(": destination ") + format::escaped(id));
    const QString text = format::escaped(status.text);
    if (status.state == State::Waiting) {
        const QString seconds = QString::number(double(status.wait.count()) / 1000.0, 'f', 1);
        if (!m_isQuiet)
            write(start + QStringLiteral(": %1; trying again in %2 s\n").arg(text, seconds));
    } else if (status.state == State::Ended && !status.text.isEmpty() && !m_isQuiet) {
        write(start + u": " + text + u'\n');
    }
}

void Reporter::tell(const QString &event, const QJsonObject &fields, const QString &text)
{
    clearProgress();
    if (m_isJson) {
        QJsonObject object = fields;
        object.insert(QStringLiteral("event"), event);
        write(object);
    } else if (!m_isQuiet) {
        write(m_program + u": " + format::escaped(text) + u'\n');
    }
}

void Reporter::count(qint64 bytes)
{
    ++m_messages;
    m_bytes += bytes;
}

void Reporter::fail(const QString &text)
{
    clearProgress();
    write(m_program + u": " + format::escaped(text) + u'\n');
}

void Reporter::progress()
{
    if (m_messages == 0)
        return;
    write(QStringLiteral("\r\x1b[K%1 messages, %2, %3/s")
              .arg(m_messages)
              .arg(format::bytes(m_bytes), format::bytes(m_bytes - m_lastBytes)));
    m_lastBytes = m_bytes;
    m_hasProgress = true;
}

void Reporter::clearProgress()
{
    if (std::exchange(m_hasProgress, false))
        write(QStringLiteral("\r\x1b[K"));
}

} // namespace relay::client::session

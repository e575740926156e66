// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/clienttunnel.h"

#include "client/shell/endings.h"
#include "client/shell/hello.h"
#include "common/shell/protocol.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace relay::client::shell {

namespace {

QByteArray questionFor(const QString &resume, const QString &target)
{
    QJsonObject object { { QLatin1String("resume"), resume }, { QLatin1String("version"), 1 } };
    if (!target.isEmpty())
        object.insert(QLatin1String("target"), target);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString seconds(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000.0, 'f', 1);
}

} // namespace

ClientTunnel::ClientTunnel(std::unique_ptr<NearEnd> near, ClientTunnelOptions options, QObject *parent)
    : Tunnel(parent)
    , m_options(std::move(options))
    , m_resume(newResumeId())
{
    m_options.leg.reconnects = false; // what is worth another try is decided here
    m_options.leg.link.protocol = relay::shell::kProtocol;
    m_options.leg.question = questionFor(m_resume, m_options.target);
    m_answerTimer.setSingleShot(true);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ClientTunnel::attempt);
    connect(&m_answerTimer, &QTimer::timeout, this, [this] {
        if (form() == Form::Framed)
            stopLeg(); // and it is tried again
        else
            finish(QStringLiteral("the host did not answer within %1 s; is relay shell host running there, and can it "
                                  "reach its target?")
                       .arg(seconds(m_options.answerWithin)));
    });
    setNear(std::move(near));
}

void ClientTunnel::start()
{
    attempt();
}

void ClientTunnel::attempt()
{
    beginLeg(std::make_unique<session::Session>(m_options.relay, m_options.leg));
}

void ClientTunnel::stopped()
{
    m_answerTimer.stop();
    m_retry.stop();
}

void ClientTunnel::legOpened()
{
    const QJsonObject answer = QJsonDocument::fromJson(leg().answer()).object();
    if (!m_options.target.isEmpty() && answer.value(QLatin1String("target")).toString() != m_options.target) {
        finish(QStringLiteral("this relay knows one target a host, and not \"%1\"; leave --target out")
                   .arg(m_options.target));
        return;
    }
    m_answerTimer.start(m_options.answerWithin);
}

void ClientTunnel::greeted(ws::Opcode opcode, const QByteArray &payload)
{
    if (opcode == ws::Opcode::Text) {
        takeHello(payload);
        return;
    }
    m_answerTimer.stop();
    if (form() == Form::Framed || !m_options.target.isEmpty()) {
        finish(
            QStringLiteral("a host of before has answered, which knows neither targets nor sessions that are resumed"));
        return;
    }
    answered();
    goPlain();
    takePlain(payload);
}

void ClientTunnel::takeHello(const QByteArray &text)
{
    const auto hello = parseHello(text);
    if (!hello || (hello->error.isEmpty() && hello->resume != m_resume))
        return; // of nobody who is known; the host's own is still to come
    m_answerTimer.stop();
    if (!hello->error.isEmpty()) {
        finish(hello->error);
        return;
    }
    // Also what nobody has acknowledged may have reached the program there, which would get it a second time.
    if (hello->isFresh && !stream().isUntouched()) {
        finish(QStringLiteral("the host was started anew, and with that the session is lost"));
        return;
    }
    say(encodeHello({ .resume = {}, .received = stream().delivered(), .isFresh = false, .error = {} }));
    const bool isResumed = form() == Form::Framed;
    const auto without = std::chrono::milliseconds(m_lostSince.isValid() ? m_lostSince.elapsed() : 0);
    m_lostSince.invalidate();
    m_tries = 0;
    if (isResumed)
        Q_EMIT told(QStringLiteral("resumed after %1 s").arg(seconds(without)));
    else
        answered();
    if (const QString fault = goFramed(hello->received); !fault.isEmpty())
        abort(fault);
}

void ClientTunnel::answered()
{
    Q_EMIT connected();
}

void ClientTunnel::legEnded(const session::Status &status)
{
    m_answerTimer.stop();
    if (form() == Form::Plain) {
        const bool isUsual = status.code == ws::close::kNormal || status.code == ws::close::kGoingAway;
        finish(isUsual ? QString() : tell(status));
    } else if (form() == Form::Undecided || verdictOn(status) == Verdict::Final) {
        finish(tell(status));
    } else {
        tryAgain(status);
    }
}

void ClientTunnel::tryAgain(const session::Status &status)
{
    if (!m_lostSince.isValid()) {
        m_lostSince.start();
        if (m_options.resumeFor.count() > 0)
            Q_EMIT told(tell(status) + QStringLiteral("; trying to resume for %1 s").arg(seconds(m_options.resumeFor)));
    }
    const auto delay = resumeDelay(m_tries++, QRandomGenerator::global()->generateDouble());
    if (std::chrono::milliseconds(m_lostSince.elapsed()) + delay > m_options.resumeFor)
        finish(tell(status));
    else
        m_retry.start(delay);
}

void ClientTunnel::hangUp()
{
    constexpr std::chrono::milliseconds kLast { 10'000 };
    if (form() == Form::Undecided || m_lostSince.isValid())
        finish({});
    else
        QTimer::singleShot(kLast, this, [this] { nearLost({}); });
}

void ClientTunnel::completed()
{
    finish({});
}

void ClientTunnel::nearLost(const QString &)
{
    // Whoever closes a program before its connection does not call that a fault.
    abort(QStringLiteral("the client's program has gone"), {});
}

} // namespace relay::client::shell

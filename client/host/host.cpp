// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/host.h"

#include "client/host/figures.h"

#include <utility>

namespace relay::client::host {

Host::Host(HostOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_reporter(QStringLiteral("relay host"), m_options.isJson, m_options.isQuiet)
    , m_desk(m_rules, m_hub, [this] { saveRules(); })
    , m_listener(
          m_hub,
          [this](const QByteArray &method, const QByteArray &path, const QByteArray &body) {
              return call(method, path, body);
          },
          m_options.listener)
    , m_equipment(m_hub, m_options.equipment)
{
    m_hub.combineBy([this](const QString &stream) { return m_rules.feedsOf(stream); });
    connect(&m_rules, &Rules::streamChanged, this, [this](const QString &stream) { m_hub.streamChanged(stream); });
}

Host::~Host() = default;

QString Host::start()
{
    for (const QString &warning : std::as_const(m_options.warnings))
        warn(warning);
    if (!m_options.rulesFile.isEmpty()) {
        m_rulesFile = std::make_unique<RulesFile>(m_rules, m_options.rulesFile, m_options.api ? kApiRule : QString());
        connect(m_rulesFile.get(), &RulesFile::failed, this, [this](const QString &text) {
            m_options.isJson ? warn(text) : m_reporter.fail(text); // worth telling also where it is quiet
        });
        if (const QString fault = m_rulesFile->load(); !fault.isEmpty())
            return fault;
    }
    if (const QString fault = m_listener.listen(); !fault.isEmpty())
        return fault;
    if (m_options.api)
        m_rules.addDestination(*m_options.api);
    const QString address = m_options.listener.address.toString();
    m_reporter.tell(QStringLiteral("listening"),
                    { { QStringLiteral("address"), address }, { QStringLiteral("port"), m_listener.port() } },
                    QStringLiteral("listening on %1 port %2").arg(address).arg(m_listener.port()));
    connect(&m_rules, &Rules::destinationChanged, this, [this](const QString &id) { m_lastTold.remove(id); });
    m_outlets = std::make_unique<Outlets>(m_rules, m_hub, m_options.outlets);
    follow(*m_outlets);
    startEquipment();
    return {};
}

void Host::startEquipment()
{
    connect(&m_equipment, &Equipment::told, &m_reporter, &session::Reporter::tell);
    connect(&m_equipment, &Equipment::stopped, this, [this] {
        m_isStill = true;
        endWhenAllHave();
    });
    m_equipment.start();
}

void Host::endWhenAllHave()
{
    if (m_isRetired && m_isStill)
        Q_EMIT finished(0);
}

void Host::follow(Outlets &outlets)
{
    connect(&outlets, &Outlets::statusChanged, this, &Host::told);
    connect(&outlets, &Outlets::sent, this, [this](qint64 bytes) { m_reporter.count(bytes); });
    connect(&outlets, &Outlets::fileFailed, this, [this](const QString &id, const QString &sentence) {
        warn(QStringLiteral("destination %1: %2").arg(id, sentence));
    });
    connect(&outlets, &Outlets::done, this, [this] {
        m_isRetired = true;
        endWhenAllHave();
    });
}

void Host::told(const QString &id, const session::Status &status)
{
    using State = session::Status::State;
    if (m_options.isJson) {
        m_reporter.destinationChanged(id, status);
        return;
    }
    if (status.state == State::Open)
        m_reporter.tell({}, {}, QStringLiteral("destination %1: open").arg(id));
    // A relay that is away for days is worth a line, not one for each try.
    if (status.state == State::Open)
        m_lastTold.remove(id);
    else if (!status.text.isEmpty() && std::exchange(m_lastTold[id], status.text) != status.text)
        m_reporter.destinationChanged(id, status);
}

RestReply Host::call(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    if (path == "/api/figures") {
        if (method != "GET")
            return { 405, "text/plain; charset=utf-8", "Figures are read with GET.\n", "GET" };
        return { 200, "application/json", figuresJson(m_hub, *m_outlets, m_equipment) };
    }
    RestReply reply = answerRest(m_rules, method, path, body);
    saveRules();
    return reply;
}

void Host::saveRules()
{
    if (m_rulesFile)
        m_rulesFile->save();
}

void Host::warn(const QString &text)
{
    m_reporter.tell(QStringLiteral("warning"), { { QStringLiteral("text"), text } }, text);
}

void Host::stop()
{
    saveRules();
    m_listener.stop();
    m_equipment.stop();
    m_outlets->stop();
}

} // namespace relay::client::host

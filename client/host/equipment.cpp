// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/equipment.h"

#include "common/format/escape.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace relay::client::host {

namespace {

using State = feed::CommandStatus::State;

QString wordFor(State state)
{
    switch (state) {
    case State::Stopped: return QStringLiteral("stopped");
    case State::Running: return QStringLiteral("running");
    case State::Waiting: return QStringLiteral("waiting");
    case State::Stopping: return QStringLiteral("stopping");
    }
    return {};
}

} // namespace

std::variant<EquipmentPlan, QString> planEquipment(const QStringList &feeds, const QStringList &commands)
{
    EquipmentPlan plan;
    for (const QString &text : feeds) {
        const auto spec = feed::parseFeed(text);
        if (const auto *fault = std::get_if<QString>(&spec))
            return QStringLiteral("--feed %1 %2").arg(format::quoted(text), *fault);
        const auto &good = std::get<feed::FeedSpec>(spec);
        const auto isSame = [&good](const feed::FeedSpec &other) { return other.feed == good.feed; };
        if (std::any_of(plan.feeds.begin(), plan.feeds.end(), isSame))
            return QStringLiteral("--feed names %1 twice, but a feed has one instrument at most").arg(good.feed);
        plan.feeds.push_back(good);
    }
    for (const QString &text : commands) {
        const auto line = feed::parseCommandLine(text);
        if (const auto *fault = std::get_if<QString>(&line))
            return QStringLiteral("--command %1 %2").arg(format::quoted(text), *fault);
        plan.commands.push_back(std::get<feed::CommandLine>(line));
    }
    return plan;
}

Equipment::Equipment(FeedHub &hub, const EquipmentPlan &plan, QObject *parent)
    : QObject(parent)
{
    for (const feed::FeedSpec &spec : plan.feeds) {
        const auto &instrument = m_instruments.emplace_back(std::make_unique<Instrument>(hub, spec));
        connect(instrument.get(), &Instrument::told, this, [this](const QJsonObject &fields, const QString &text) {
            Q_EMIT told(QStringLiteral("feed"), fields, text);
        });
    }
    for (const feed::CommandLine &line : plan.commands)
        addCommand(line);
}

void Equipment::addCommand(const feed::CommandLine &line)
{
    feed::Supervisor *command = m_commands.emplace_back(std::make_unique<feed::Supervisor>(line)).get();
    connect(command, &feed::Supervisor::ended, this,
            [this, command](const QString &text, const QStringList &lines) { commandEnded(*command, text, lines); });
    connect(command, &feed::Supervisor::stopped, this, &Equipment::commandStopped);
}

void Equipment::start()
{
    for (const auto &instrument : m_instruments)
        instrument->start();
    for (const auto &command : m_commands)
        command->start();
}

void Equipment::stop()
{
    for (const auto &instrument : m_instruments)
        instrument->stop();
    m_running = m_commands.size() + 1;
    for (const auto &command : m_commands)
        command->stop();
    commandStopped(); // the one that is always there
}

void Equipment::commandStopped()
{
    if (m_running > 0 && --m_running == 0)
        Q_EMIT stopped();
}

void Equipment::commandEnded(const feed::Supervisor &command, const QString &text, const QStringList &lastLines)
{
    // Arguments may hold what nobody else is to see.
    const QString name = format::escaped(QFileInfo(command.program()).fileName());
    for (const QString &line : lastLines) {
        Q_EMIT told(QStringLiteral("line"), { { QStringLiteral("program"), name }, { QStringLiteral("text"), line } },
                    QStringLiteral("%1: %2").arg(name, line));
    }
    const auto wait = command.status().wait;
    Q_EMIT told(QStringLiteral("command"),
                { { QStringLiteral("program"), name },
                  { QStringLiteral("state"), wordFor(command.status().state) },
                  { QStringLiteral("text"), text },
                  { QStringLiteral("waitMs"), qint64(wait.count()) } },
                QStringLiteral("command %1 %2; starting it again in %3 s")
                    .arg(name, text)
                    .arg(double(wait.count()) / 1000.0, 0, 'f', 1));
}

QJsonObject Equipment::figures() const
{
    QJsonArray instruments;
    for (const auto &instrument : m_instruments)
        instruments.append(instrument->figures());
    QJsonArray commands;
    for (const auto &command : m_commands) {
        const feed::CommandStatus &status = command->status();
        commands.append(QJsonObject { { QStringLiteral("program"), QFileInfo(command->program()).fileName() },
                                      { QStringLiteral("state"), wordFor(status.state) },
                                      { QStringLiteral("text"), status.text },
                                      { QStringLiteral("pid"), status.pid },
                                      { QStringLiteral("restarts"), qint64(status.restarts) } });
    }
    return { { QStringLiteral("instruments"), instruments }, { QStringLiteral("commands"), commands } };
}

} // namespace relay::client::host

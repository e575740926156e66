// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed/supervisor.h"
#include "client/host/instrument.h"

#include <vector>

namespace relay::client::host {

//! What a host is told to connect and to keep running.
struct EquipmentPlan
{
    std::vector<feed::FeedSpec> feeds; //!< each feed once
    std::vector<feed::CommandLine> commands;
};

//! Of the texts of --feed and --command; or what is wrong with one of them, as a sentence. Pure.
[[nodiscard]] std::variant<EquipmentPlan, QString> planEquipment(const QStringList &feeds, const QStringList &commands);

/*!
 * The instruments and the commands of a host while it runs. One thread, which has to live as long as the program: the
 * commands die with it.
 */
class Equipment : public QObject
{
    Q_OBJECT
public:
    Equipment(FeedHub &hub, const EquipmentPlan &plan, QObject *parent = nullptr);

    void start();
    void stop();                               //!< stopped() follows, within feed::Supervisor::kPatience and a little
    [[nodiscard]] QJsonObject figures() const; //!< "instruments" and "commands", arrays in the order of the plan

Q_SIGNALS:
    void told(const QString &event, const QJsonObject &fields, const QString &text);
    void stopped();

private:
    void addCommand(const feed::CommandLine &line);
    void commandEnded(const feed::Supervisor &command, const QString &text, const QStringList &lastLines);
    void commandStopped();

    std::vector<std::unique_ptr<Instrument>> m_instruments;
    std::vector<std::unique_ptr<feed::Supervisor>> m_commands;
    std::size_t m_running = 0; // commands that have not told yet that they are stopped
};

} // namespace relay::client::host

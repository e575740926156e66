// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/commanddesk.h"
#include "client/host/hostoptions.h"
#include "client/host/outlets.h"
#include "client/host/rulesfile.h"
#include "client/session/reporter.h"

#include <QHash>

namespace relay::client::host {

//! relay host while it runs: feeds, rules, destinations and the local listener. One thread.
class Host : public QObject
{
    Q_OBJECT
public:
    explicit Host(HostOptions options, QObject *parent = nullptr);
    ~Host() override;

    //! Empty on success, else a sentence.
    [[nodiscard]] QString start();
    //! Sends what was taken, says goodbye everywhere; finished() follows, within 10 s.
    void stop();

    [[nodiscard]] session::Reporter &reporter() { return m_reporter; }

Q_SIGNALS:
    void finished(int exitCode);

private:
    [[nodiscard]] RestReply call(const QByteArray &method, const QByteArray &path, const QByteArray &body);
    void follow(Outlets &outlets);
    void startEquipment();
    void endWhenAllHave();
    void told(const QString &id, const session::Status &status);
    void saveRules();
    void warn(const QString &text);

    HostOptions m_options;
    session::Reporter m_reporter;
    Rules m_rules;
    FeedHub m_hub;
    CommandDesk m_desk;
    Listener m_listener;
    std::unique_ptr<RulesFile> m_rulesFile; // or none
    std::unique_ptr<Outlets> m_outlets;     // none before the start
    Equipment m_equipment;
    QHash<QString, QString> m_lastTold; // of each destination, why it waits
    bool m_isRetired = false;           // its outlets
    bool m_isStill = false;             // its equipment
};

} // namespace relay::client::host

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session/reporter.h"
#include "client/shell/shelloptions.h"

namespace relay::client::shell {

/*!
 * relay shell host while it runs: on its management connection the relay tells who wants to come, and to each it goes on
 * a connection of its own. Where those lead is fixed by this program's own options. One thread.
 */
class ShellHost : public QObject
{
    Q_OBJECT
public:
    explicit ShellHost(ShellOptions options, QObject *parent = nullptr);
    ~ShellHost() override;

    void start();
    void stop(); //!< says goodbye everywhere; finished() follows, within 5 s

Q_SIGNALS:
    void finished(int exitCode);

private:
    void managementChanged(const session::Status &status);
    void announced(const QByteArray &text);
    void begin(const Announcement &announcement);
    void follow(HostTunnel *tunnel);
    void endWhenAllHave();
    [[nodiscard]] HostTunnel *find(const Announcement &announcement) const;

    ShellOptions m_options;
    session::Reporter m_reporter;
    session::Session m_management;
    std::vector<HostTunnel *> m_tunnels; // children
    QString m_lastTold;
    int m_begun = 0; // for their names in what is told
    bool m_isStopping = false;
    bool m_hasManagement = true;
};

} // namespace relay::client::shell

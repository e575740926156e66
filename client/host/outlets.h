// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/outlet.h"

#include <map>
#include <vector>

namespace relay::client::host {

/*!
 * The destinations in force: one outlet for each rule, replaced as the rules change, without whoever publishes noticing.
 * From the moment of a change on messages go to the new one, and wait there for its connection; what the old one has
 * accepted it still sends before it says goodbye, and what it could not begin to send goes to the new one, if that is
 * for the same stream. So nothing is lost, doubled or torn by a change as long as the new connection comes within
 * OutletOptions::limits. One thread.
 */
class Outlets : public QObject
{
    Q_OBJECT
public:
    //! All three outlive it. Follows the rules from now on; those that there are already are put in force.
    Outlets(Rules &rules, FeedHub &hub, OutletOptions options, QObject *parent = nullptr);
    ~Outlets() override;

    //! Lets all of them send what they have and say goodbye; done() follows.
    void stop();

    [[nodiscard]] const std::map<QString, std::unique_ptr<Outlet>> &all() const { return m_outlets; }

Q_SIGNALS:
    void statusChanged(const QString &id, const relay::client::session::Status &status);
    void sent(qint64 bytes);
    void fileFailed(const QString &id, const QString &sentence);
    void done();

private:
    void apply(const QString &id);
    void retire(std::unique_ptr<Outlet> old, bool keepsFile);
    void sweep();

    Rules &m_rules;
    FeedHub &m_hub;
    OutletOptions m_options;
    std::map<QString, std::unique_ptr<Outlet>> m_outlets;
    std::map<QString, std::shared_ptr<OutletFigures>> m_figures; // go on when a destination is replaced
    std::vector<std::unique_ptr<Outlet>> m_retiring;
    bool m_isStopping = false;
};

} // namespace relay::client::host

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/outlets.h"

#include <algorithm>
#include <utility>

namespace relay::client::host {

namespace {

// Of those that are replaced, all of which hold a connection for a moment: who changes faster cuts the oldest short.
constexpr std::size_t kMostRetiring = 32;

} // namespace

Outlets::Outlets(Rules &rules, FeedHub &hub, OutletOptions options, QObject *parent)
    : QObject(parent)
    , m_rules(rules)
    , m_hub(hub)
    , m_options(std::move(options))
{
    connect(&m_rules, &Rules::destinationChanged, this, &Outlets::apply);
    for (const auto &[id, rule] : m_rules.destinations())
        apply(id);
}

Outlets::~Outlets() = default;

void Outlets::apply(const QString &id)
{
    if (m_isStopping)
        return;
    std::unique_ptr<Outlet> old;
    if (const auto found = m_outlets.find(id); found != m_outlets.end()) {
        old = std::move(found->second);
        m_outlets.erase(found);
    }
    const auto rule = m_rules.destination(id);
    if (!rule) {
        m_figures.erase(id);
        retire(std::move(old), true);
        return;
    }
    auto &figures = m_figures[id];
    if (!figures)
        figures = std::make_shared<OutletFigures>();
    OutletOptions options = m_options;
    // Commands have to come one by one, and servers of before glue them together.
    options.session.splitsGluedJson = options.session.splitsGluedJson || rule->stream == kApiFeed;
    const bool isSameStream = old && old->rule().stream == rule->stream;
    const bool isSameFile = old && old->rule().file == rule->file;
    auto &outlet = m_outlets[id];
    outlet = std::make_unique<Outlet>(*rule, options, m_hub, figures);
    if (isSameStream)
        outlet->adopt(old->takeWaiting());
    retire(std::move(old), !isSameFile);
    connect(outlet.get(), &Outlet::statusChanged, this,
            [this, id](const session::Status &status) { Q_EMIT statusChanged(id, status); });
    connect(outlet.get(), &Outlet::sent, this, &Outlets::sent);
    connect(outlet.get(), &Outlet::fileFailed, this,
            [this, id](const QString &sentence) { Q_EMIT fileFailed(id, sentence); });
    if (!rule->stream.isEmpty())
        m_hub.join(*outlet, rule->stream);
    outlet->start();
}

void Outlets::retire(std::unique_ptr<Outlet> old, bool keepsFile)
{
    if (!old)
        return;
    old->disconnect(this);
    Outlet *outlet = old.get();
    m_retiring.push_back(std::move(old));
    if (m_retiring.size() > kMostRetiring) {
        m_retiring.front().release()->deleteLater(); // it may be the one that brought the order to go
        m_retiring.erase(m_retiring.begin());
    }
    connect(outlet, &Outlet::finished, this, &Outlets::sweep, Qt::QueuedConnection);
    outlet->retire(keepsFile);
}

void Outlets::sweep()
{
    const auto isOver = [](const std::unique_ptr<Outlet> &outlet) { return outlet->isFinished(); };
    m_retiring.erase(std::remove_if(m_retiring.begin(), m_retiring.end(), isOver), m_retiring.end());
    if (m_isStopping && m_retiring.empty())
        Q_EMIT done();
}

void Outlets::stop()
{
    if (std::exchange(m_isStopping, true))
        return;
    auto outlets = std::exchange(m_outlets, {});
    for (auto &[id, outlet] : outlets)
        retire(std::move(outlet), true);
    QMetaObject::invokeMethod(this, &Outlets::sweep, Qt::QueuedConnection); // there may have been none
}

} // namespace relay::client::host

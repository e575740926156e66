// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/linkwords.h"

#include "gui/models/format.h"

#include <QLocale>

namespace relay::gui {

using State = client::AdminClient::State;

namespace {

QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace

LinkFacts LinkFacts::of(const client::AdminClient &client, const client::Mirror &mirror, qint64 now)
{
    LinkFacts facts;
    facts.state = client.state();
    facts.serverName = client.hello().name;
    facts.lastError = client.lastError();
    facts.asOf = mirror.asOf();
    facts.now = now;
    facts.nextTryMs = client.nextTryIn().count();
    facts.attempt = client.attempt();
    facts.roundTripMs = client.roundTripMs();
    facts.connections = mirror.totals().connections;
    return facts;
}

QString LinkWords::nextTry(const LinkFacts &facts)
{
    if (facts.nextTryMs <= 0)
        return facts.state == State::Connecting ? tr("Trying now.", "Banner: the next attempt to connect") : QString();
    return tr("Next try in %1 s.", "Banner: the next attempt to connect").arg((facts.nextTryMs + 999) / 1000);
}

QString LinkWords::openDetail(const LinkFacts &facts)
{
    const bool isRemote = !facts.host.isEmpty();
    if (facts.connections == 0 && facts.asOf != 0)
        return tr("Connected, nothing here yet");
    if (facts.roundTripMs < 0)
        return isRemote ? tr("Connected, ssh", "The relay is on another computer") : tr("Connected");
    const QString ms = QLocale().toString(facts.roundTripMs, 'f', facts.roundTripMs < 10 ? 1 : 0);
    return isRemote ? tr("Connected, ssh, %1 ms", "How long the relay takes to answer").arg(ms)
                    : tr("Connected, %1 ms", "How long the relay takes to answer").arg(ms);
}

LinkView LinkWords::describe(const LinkFacts &facts)
{
    LinkView link;
    // Every relayd calls itself so until somebody gives it a name.
    const bool hasOwnName = !facts.serverName.isEmpty() && facts.serverName != QLatin1String("relayd");
    const bool isRemote = !facts.host.isEmpty();
    link.relayName = hasOwnName ? facts.serverName
        : isRemote              ? facts.host
                                : tr("This computer", "Name of the relay's tab: the relay runs on the same machine");
    if (facts.state == State::Open) {
        link.state = LinkView::State::Open;
        link.detail = openDetail(facts);
        return link;
    }
    const QString name = hasOwnName || isRemote
        ? link.relayName
        : tr("relayd on this computer", "The relay, in the middle of a sentence");
    if (facts.asOf != 0) {
        link.state = LinkView::State::Stale;
        link.asOf = format::clock(facts.asOf);
        link.detail = tr("No answer for %1", "Below the relay's name: minutes and seconds")
                          .arg(format::remaining(facts.now - facts.asOf));
        link.headline = facts.state == State::Refused
            ? tr("%1 turned this window away.", "Banner: relay").arg(name)
            : tr("%1 has not answered since %2.", "Banner: relay, time").arg(name, link.asOf);
        const QString asOf = facts.state == State::Refused
            ? tr("Everything below is as of %1.", "Banner: time").arg(link.asOf)
            : tr("Everything below is as of then.");
        link.advice = joined({ asOf, facts.lastError, nextTry(facts) });
        return link;
    }
    link.state
        = facts.attempt == 0 && facts.state != State::Refused ? LinkView::State::Connecting : LinkView::State::NeverMet;
    link.detail = link.state == LinkView::State::Connecting ? tr("Connecting") : tr("Not connected");
    if (link.state == LinkView::State::NeverMet) {
        link.headline = facts.state == State::Refused ? tr("The relay turned this window away.")
            : isRemote                                ? tr("No relay answers at %1.", "Banner: host").arg(facts.host)
                                                      : tr("No relay answers.");
        link.advice = joined({ facts.lastError, nextTry(facts) });
    }
    return link;
}

QString LinkWords::whyNotNow(const LinkView &link)
{
    switch (link.state) {
    case LinkView::State::Open: return {};
    case LinkView::State::Stale:
        return tr("Not possible now: %1 does not answer. It works again when it does.").arg(link.relayName);
    default: return tr("Not possible now: there is no contact to a relay yet.");
    }
}

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/why.h"

#include "gui/graph/names.h"

#include <QCoreApplication>

namespace relay::gui::graph {

namespace {

constexpr double kSilent = 125; //!< bytes/s, a kilobit: less is a heartbeat, not a publisher at work

bool isTroubled(Status status)
{
    return status == Status::Dropping || status == Status::Slow;
}

bool isReader(const client::Connection &connection)
{
    return connection.role != QLatin1String("publisher") && connection.role != QLatin1String("host");
}

Culprit judgePublisher(const client::Mirror &mirror, const HealthBook &health, const client::Connection &selected)
{
    const client::Topic topic = mirror.topics().value(selected.topic);
    if (selected.role == QLatin1String("subscriber") && topic.publishers == 0 && topic.inRate <= 0)
        return Culprit::NobodyPublishes;
    const std::optional<double> mean = health.meanInRate(selected.topic);
    if (!mean || *mean < kSilent)
        return Culprit::Unknown;
    if (topic.inRate < kSilent)
        return Culprit::PublisherSilent;
    return topic.inRate < *mean / 2 ? Culprit::PublisherSlowed : Culprit::Unknown;
}

struct Company
{
    int readers = 0;    //!< of the topic
    int troubled = 0;   //!< of these
    int neighbours = 0; //!< in trouble behind the same network, whatever their topic
};

Company companyOf(const client::Mirror &mirror, const HealthBook &health, const client::Connection &selected,
                  const QString &network)
{
    Company company;
    for (const client::Connection &other : mirror.connections()) {
        if (!isReader(other))
            continue;
        const bool hasTrouble = isTroubled(health.statusOf(other.id));
        if (other.topic == selected.topic) {
            ++company.readers;
            company.troubled += hasTrouble ? 1 : 0;
        }
        if (hasTrouble && !network.isEmpty() && networkOf(other.address) == network)
            ++company.neighbours;
    }
    return company;
}

class WhyWords
{
    Q_DECLARE_TR_FUNCTIONS(WhyWords)
public:
    static QString own(int keepingUp, bool isPublisherSteady)
    {
        if (!isPublisherSteady)
            return tr("%n other reader(s) of this topic keep up: the trouble is <b>this reader’s own line</b>.",
                      nullptr, keepingUp);
        return tr(
            "The publisher is steady and %n other reader(s) keep up: the trouble is <b>this reader’s own line</b>.",
            nullptr, keepingUp);
    }
    static QString everybody(int troubled, int readers)
    {
        return tr("%1 of %2 readers of this topic are in trouble: look at <b>the publisher or the relay</b>.")
            .arg(troubled)
            .arg(readers);
    }
    static QString network(int count, const QString &network)
    {
        return tr("%1 readers in trouble are behind %2: the trouble is <b>that network</b>.").arg(count).arg(network);
    }
    static QString nobody() { return tr("<b>Nobody publishes</b> to this topic now."); }
    static QString silent() { return tr("Nothing comes in for this topic: <b>the publisher fell silent</b>."); }
    static QString slowed()
    {
        return tr("The topic gets less than half of its five-minute mean: <b>the publisher slowed down</b>.");
    }
};

} // namespace

Verdict judgeRoute(const client::Mirror &mirror, const HealthBook &health, const client::Connection &selected)
{
    Verdict verdict;
    verdict.culprit = judgePublisher(mirror, health, selected);
    if (verdict.culprit != Culprit::Unknown || !isReader(selected) || !isTroubled(health.statusOf(selected.id)))
        return verdict;
    verdict.isPublisherSteady = health.meanInRate(selected.topic).value_or(0) >= kSilent;
    verdict.network = networkOf(selected.address);
    const Company company = companyOf(mirror, health, selected, verdict.network);
    verdict.readers = company.readers;
    verdict.troubled = company.troubled;
    verdict.keepingUp = company.readers - company.troubled;
    if (company.readers > 1 && company.troubled * 2 > company.readers) {
        verdict.culprit = Culprit::Everybody;
    } else if (company.neighbours > 1) {
        verdict.culprit = Culprit::Network;
        verdict.troubled = company.neighbours;
    } else if (verdict.keepingUp > 0) {
        verdict.culprit = Culprit::OwnLine;
    }
    return verdict;
}

QString sentence(const Verdict &verdict)
{
    switch (verdict.culprit) {
    case Culprit::Unknown: return {};
    case Culprit::NobodyPublishes: return WhyWords::nobody();
    case Culprit::PublisherSilent: return WhyWords::silent();
    case Culprit::PublisherSlowed: return WhyWords::slowed();
    case Culprit::Everybody: return WhyWords::everybody(verdict.troubled, verdict.readers);
    case Culprit::Network: return WhyWords::network(verdict.troubled, verdict.network);
    case Culprit::OwnLine: return WhyWords::own(verdict.keepingUp, verdict.isPublisherSteady);
    }
    return {};
}

} // namespace relay::gui::graph

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/cards.h"

#include "gui/models/format.h"
#include "gui/views/statuscolor.h"

#include <QCoreApplication>

namespace relay::gui::graph {

namespace {

class CardMaker
{
    Q_DECLARE_TR_FUNCTIONS(RouteCard)
public:
    CardMaker(const client::Mirror &mirror, const HealthBook &health)
        : m_mirror(mirror)
        , m_health(health)
    {
    }

    void topic(const Node &node, CardContent &card) const
    {
        const auto topic = m_mirror.topics().constFind(node.topic);
        if (topic == m_mirror.topics().constEnd())
            return;
        card.rows.append({ tr("In"), rate(topic->inRate) });
        card.rows.append({ tr("Out"), rate(topic->outRate) });
        card.rows.append({ tr("Publishers"), format::count(topic->publishers) });
        card.rows.append({ tr("Subscribers"), format::count(topic->subscribers) });
        if (topic->dropped > 0)
            card.rows.append({ tr("Dropped"), tr("%1 in all").arg(format::count(qint64(topic->dropped))) });
    }

    void publisher(const Node &node, CardContent &card) const
    {
        card.rows.append({ tr("Publishes"), rate(node.rate) });
        single(node, card);
    }

    void reader(const Node &node, CardContent &card) const
    {
        const bool isLosing = node.status == Status::Dropping;
        card.rows.append({ tr("Offered"), rate(node.offered) });
        card.rows.append({ tr("Delivered"), rate(node.rate) });
        if (isLosing || node.dropRate > 0) {
            const QString drops = tr("%1 /s, %2 in all").arg(format::perSecond(node.dropRate), dropsInAll(node));
            card.rows.append({ tr("Dropped"), drops, isLosing });
        }
        single(node, card);
    }

private:
    static QString rate(double bytesPerSecond)
    {
        const format::Quantity quantity = format::rate(bytesPerSecond);
        return quantity.value + QLatin1Char(' ') + quantity.unit;
    }

    QString dropsInAll(const Node &node) const
    {
        quint64 drops = 0;
        for (quint64 id : node.connections)
            drops += m_mirror.connections().value(id).dropped;
        return format::count(qint64(drops));
    }

    void single(const Node &node, CardContent &card) const
    {
        if (node.isFolded() || node.connections.isEmpty()) {
            card.rows.append({ tr("Connections"), format::count(node.connections.size()) });
            return;
        }
        const client::Connection connection = m_mirror.connections().value(node.connections.first());
        card.aside = format::age(m_health.now() - connection.openedAt);
        if (node.layer == Layer::Reader)
            card.rows.append({ tr("Queue"), format::bytes(connection.queuedBytes) });
        if (connection.rttMs >= 0)
            card.rows.append({ tr("Round trip"), tr("%1 ms").arg(connection.rttMs) });
        if (!connection.userAgent.isEmpty())
            card.rows.append({ tr("Client"), connection.userAgent.left(40) });
    }

    const client::Mirror &m_mirror;
    const HealthBook &m_health;
};

} // namespace

CardContent cardFor(const Node &node, const client::Mirror &mirror, const HealthBook &health, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const bool isReader = node.layer == Layer::Reader;
    CardContent card;
    card.icon = isReader ? statusIcon(node.status) : node.icon;
    card.iconColor = isReader && !mirror.isStale() ? statusColor(tokens, node.status) : tokens.text2;
    card.title = node.label;
    const CardMaker maker(mirror, health);
    if (node.layer == Layer::Topic)
        maker.topic(node, card);
    else if (isReader)
        maker.reader(node, card);
    else
        maker.publisher(node, card);
    return card;
}

} // namespace relay::gui::graph

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graphstyle.h"

#include "gui/models/format.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>

namespace relay::gui::graph {

namespace {

class NodeWords
{
    Q_DECLARE_TR_FUNCTIONS(NodeWords)
public:
    static QString share(const QString &delivered, const QString &offered)
    {
        //: rates: what a reader got of what it was offered, "1.21 of 4.02"
        return tr("%1 of %2").arg(delivered, offered);
    }
};

QString sumLabel(double bytesPerSecond)
{
    const double megabits = bytesPerSecond * 8 / 1e6;
    if (megabits < 0.1)
        return format::mbits(bytesPerSecond);
    return QLocale().toString(megabits, 'f', megabits < 10 ? 1 : 0);
}

} // namespace

QString rateLabel(const Node &node, const GraphStyle &style)
{
    const bool isSum = node.layer == Layer::Reader && node.isFolded();
    const QString rate = isSum ? sumLabel(node.rate) : format::mbits(node.rate);
    if (!style.hasShares || node.layer != Layer::Reader || isSum || node.status != Status::Dropping)
        return rate; // nobody offers anything to a publisher
    return NodeWords::share(rate, format::mbits(node.offered));
}

double naturalWidth(const Node &node, const GraphStyle &style, const Theme &theme)
{
    // A reader's name may turn bold, and its box must not grow with it.
    const bool isBold = node.layer == Layer::Reader;
    const QFontMetricsF label(isBold ? theme.boldFont(style.label) : theme.font(style.label));
    const QFontMetricsF rate(theme.font(style.rate));
    const bool isPlainTopic = node.layer == Layer::Topic && !style.hasTopicDetails;
    double width = label.horizontalAdvance(node.label) + 2 * metric::kSpace2;
    if (node.layer == Layer::Topic)
        width += style.nodeHeight * 2 / 3 - metric::kSpace2; // the two ends
    if (isPlainTopic)
        return width;
    width += metric::kIcon + metric::kSpace2;
    if (node.layer == Layer::Publisher && !style.hasPublisherRate)
        return width;
    // Room for the widest figure, so that a box does not grow with its rate.
    const QString widest = node.layer == Layer::Reader && style.hasShares
        ? NodeWords::share(QStringLiteral("00.00"), QStringLiteral("00.00"))
        : QStringLiteral("00.00");
    return width + metric::kSpace2 + rate.horizontalAdvance(widest);
}

} // namespace relay::gui::graph

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/metrics/exposition.h"

#include <QRegularExpression>

#include <cmath>
#include <limits>

namespace relay::tests {

namespace {

const QRegularExpression kHead(QStringLiteral("^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$"));
const QRegularExpression kSample(QStringLiteral("^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? (\\S+)$"));
const QRegularExpression kLabel(
    QStringLiteral("^([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\\\\\"n])*)\"(?:,(?=.)|$)"));

QByteArray unescaped(QString text)
{
    return text.replace(QLatin1String("\\n"), QLatin1String("\n"))
        .replace(QLatin1String("\\\""), QLatin1String("\""))
        .replace(QLatin1String("\\\\"), QLatin1String("\\"))
        .toUtf8();
}

bool readLabels(QString text, Sample &sample)
{
    while (!text.isEmpty()) {
        const auto match = kLabel.match(text);
        const QByteArray name = match.captured(1).toUtf8();
        if (!match.hasMatch() || sample.labels.contains(name))
            return false;
        sample.labels.insert(name, unescaped(match.captured(2)));
        text.remove(0, match.capturedLength());
    }
    return true;
}

double number(const QByteArray &text, bool *isNumber)
{
    *isNumber = true;
    if (text == "+Inf")
        return std::numeric_limits<double>::infinity();
    if (text == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    const double value = text.toDouble(isNumber);
    *isNumber = *isNumber && std::isfinite(value);
    return value;
}

QString checkHistogram(const QByteArray &name, const Family &family)
{
    double lastBound = -1, lastCount = 0, sum = -1, count = -1;
    for (const Sample &sample : family.samples) {
        if (sample.name == name + "_sum") {
            sum = sample.value;
        } else if (sample.name == name + "_count") {
            count = sample.value;
        } else {
            bool isNumber = false;
            const double bound = number(sample.labels.value("le"), &isNumber);
            if (!isNumber || !(bound > lastBound) || sample.value < lastCount)
                return QStringLiteral("a bucket is out of order");
            lastBound = bound;
            lastCount = sample.value;
        }
    }
    const bool isWhole = std::isinf(lastBound) && count == lastCount && sum >= 0;
    return isWhole ? QString() : QStringLiteral("buckets, sum and count do not fit together");
}

QString checkFamily(const QByteArray &name, const Family &family)
{
    static const QByteArrayList types { "counter", "gauge", "histogram" };
    if (!types.contains(family.type) || family.samples.isEmpty())
        return QStringLiteral("no type that is used here, or no sample");
    if ((family.type == "counter") != name.endsWith("_total"))
        return QStringLiteral("counters end with _total, and nothing else does");
    for (qsizetype i = 0; i < family.samples.size(); ++i) {
        const Sample &sample = family.samples[i];
        const QByteArrayList names = family.type == "histogram"
            ? QByteArrayList { name + "_bucket", name + "_sum", name + "_count" }
            : QByteArrayList { name };
        if (!names.contains(sample.name) || sample.labels.contains("le") != (sample.name == name + "_bucket"))
            return QStringLiteral("a sample of another metric: ") + QString::fromUtf8(sample.name);
        if (family.type != "gauge" && !(sample.value >= 0))
            return QStringLiteral("a count below 0");
        for (qsizetype k = 0; k < i; ++k) {
            if (family.samples[k].name == sample.name && family.samples[k].labels == sample.labels)
                return QStringLiteral("a sample that was there before");
        }
    }
    return family.type == "histogram" ? checkHistogram(name, family) : QString();
}

QString readLine(const QString &line, QByteArray &current, QMap<QByteArray, Family> &families)
{
    if (const auto head = kHead.match(line); head.hasMatch()) {
        const QByteArray name = head.captured(2).toUtf8();
        const bool isHelp = head.captured(1) == QLatin1String("HELP");
        if (isHelp == families.contains(name) || (!isHelp && (name != current || !families[name].type.isEmpty())))
            return QStringLiteral("HELP, TYPE and samples do not follow each other, once");
        current = name;
        (isHelp ? families[name].help : families[name].type) = head.captured(3).toUtf8();
        return {};
    }
    const auto match = kSample.match(line);
    if (!match.hasMatch() || current.isEmpty() || families[current].type.isEmpty())
        return QStringLiteral("neither a comment nor a sample of the metric above");
    Sample sample { match.captured(1).toUtf8(), {}, 0 };
    bool isNumber = false;
    sample.value = number(match.captured(3).toUtf8(), &isNumber);
    const bool hasEmptyBraces = match.capturedStart(2) >= 0 && match.capturedLength(2) == 0;
    if (!isNumber || hasEmptyBraces || !readLabels(match.captured(2), sample))
        return QStringLiteral("labels or value are not well-formed");
    families[current].samples.append(sample);
    return {};
}

} // namespace

Exposition Exposition::read(const QByteArray &text)
{
    Exposition all;
    if (!text.endsWith('\n')) {
        all.fault = QStringLiteral("the last line does not end");
        return all;
    }
    QByteArray current;
    const QStringList lines = QString::fromUtf8(text).chopped(1).split(u'\n');
    for (const QString &line : lines) {
        if (const QString fault = readLine(line, current, all.families); !fault.isEmpty()) {
            all.fault = line + QLatin1String(": ") + fault;
            return all;
        }
    }
    for (auto it = all.families.cbegin(); it != all.families.cend(); ++it) {
        if (const QString fault = checkFamily(it.key(), it.value()); !fault.isEmpty())
            all.fault = QString::fromUtf8(it.key()) + QLatin1String(": ") + fault;
    }
    return all;
}

double Exposition::value(const QByteArray &name, const QMap<QByteArray, QByteArray> &labels) const
{
    for (const Family &family : families) {
        for (const Sample &sample : family.samples) {
            if (sample.name == name && sample.labels == labels)
                return sample.value;
        }
    }
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace relay::tests

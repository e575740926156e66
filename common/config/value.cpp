// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/value.h"

#include <array>
#include <cmath>

namespace relay::config {

namespace {

using std::chrono::nanoseconds;

struct Unit
{
    QLatin1String name;
    qint64 factor;
};

constexpr std::array<Unit, 14> kSizeUnits { {
    { QLatin1String(""), 1 },
    { QLatin1String("b"), 1 },
    { QLatin1String("k"), 1LL << 10 },
    { QLatin1String("kib"), 1LL << 10 },
    { QLatin1String("kb"), 1'000 },
    { QLatin1String("m"), 1LL << 20 },
    { QLatin1String("mib"), 1LL << 20 },
    { QLatin1String("mb"), 1'000'000 },
    { QLatin1String("g"), 1LL << 30 },
    { QLatin1String("gib"), 1LL << 30 },
    { QLatin1String("gb"), 1'000'000'000 },
    { QLatin1String("t"), 1LL << 40 },
    { QLatin1String("tib"), 1LL << 40 },
    { QLatin1String("tb"), 1'000'000'000'000 },
} };

constexpr std::array<Unit, 7> kTimeUnits { {
    { QLatin1String("ns"), 1 },
    { QLatin1String("us"), 1'000 },
    { QLatin1String("\xb5s"), 1'000 }, // micro sign
    { QLatin1String("ms"), 1'000'000 },
    { QLatin1String("s"), 1'000'000'000 },
    { QLatin1String("m"), 60'000'000'000 },
    { QLatin1String("h"), 3'600'000'000'000 },
} };

constexpr bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

template<typename Units>
std::optional<qint64> factorOf(const Units &units, QStringView name, Qt::CaseSensitivity sensitivity)
{
    for (const Unit &unit : units) {
        if (name.compare(unit.name, sensitivity) == 0)
            return unit.factor;
    }
    return std::nullopt;
}

qsizetype lengthOf(QStringView text, auto &&belongs)
{
    qsizetype length = 0;
    while (length < text.size() && belongs(text[length]))
        ++length;
    return length;
}

std::optional<qint64> times(qint64 count, qint64 factor)
{
    qint64 product = 0;
    if (__builtin_mul_overflow(count, factor, &product))
        return std::nullopt;
    return product;
}

std::optional<qint64> plus(std::optional<qint64> sum, std::optional<qint64> more)
{
    qint64 result = 0;
    if (!sum || !more || __builtin_add_overflow(*sum, *more, &result))
        return std::nullopt;
    return result;
}

//! Takes "12.5m" off the text and gives nanoseconds.
std::optional<qint64> takeTimeTerm(QStringView &text)
{
    const qsizetype numberLength = lengthOf(text, [](QChar c) { return isDigit(c) || c == u'.'; });
    const QStringView number = text.first(numberLength);
    text = text.sliced(numberLength);
    const qsizetype unitLength = lengthOf(text, [](QChar c) { return !isDigit(c) && c != u'.'; });
    const auto factor = factorOf(kTimeUnits, text.first(unitLength), Qt::CaseSensitive);
    text = text.sliced(unitLength);
    if (!factor || number.isEmpty() || number == u'.' || number.count(u'.') > 1)
        return std::nullopt;

    const qsizetype dot = number.indexOf(u'.');
    const QStringView whole = dot < 0 ? number : number.first(dot);
    const QStringView fraction = dot < 0 ? QStringView() : number.sliced(dot);
    const auto wholeCount = whole.isEmpty() ? std::optional<qint64>(0) : parseInteger(whole);
    if (!wholeCount)
        return std::nullopt;
    const double rest = fraction.size() > 1 ? fraction.toDouble() * double(*factor) : 0.0;
    return plus(times(*wholeCount, *factor), std::llround(rest));
}

QString typeRule(Kind kind)
{
    switch (kind) {
    case Kind::Integer: return QStringLiteral("must be a whole number");
    case Kind::Size: return QStringLiteral("must be a number of bytes, alone or with KiB, MiB or GiB, such as 10MiB");
    case Kind::Duration:
        return QStringLiteral("must be a time such as 250ms, 30s or 1h30m (a number alone is seconds)");
    case Kind::Boolean: return QStringLiteral("must be true or false (or 1, 0, yes, no, on, off)");
    case Kind::String:
    case Kind::List: break;
    }
    return {};
}

QString spelled(Kind kind, qint64 number)
{
    if (kind == Kind::Duration)
        return number % 1000 == 0 ? QStringLiteral("%1s").arg(number / 1000) : QStringLiteral("%1ms").arg(number);
    if (kind == Kind::Size && number != 0) {
        constexpr std::array names { u"GiB", u"MiB", u"KiB" };
        for (int i = 0, shift = 30; shift > 0; ++i, shift -= 10) {
            if (number % (1LL << shift) == 0)
                return QString::number(number >> shift) + QStringView(names[size_t(i)]);
        }
    }
    return QString::number(number);
}

QString rangeRefusal(const OptionSpec &option, qint64 number)
{
    const bool tooSmall = option.minimum && number < *option.minimum;
    const bool tooLarge = option.maximum && number > *option.maximum;
    if (!tooSmall && !tooLarge)
        return {};
    if (option.minimum && option.maximum) {
        return QStringLiteral("must be from %1 to %2")
            .arg(spelled(option.kind, *option.minimum), spelled(option.kind, *option.maximum));
    }
    return tooSmall ? QStringLiteral("must be at least %1").arg(spelled(option.kind, *option.minimum))
                    : QStringLiteral("must be at most %1").arg(spelled(option.kind, *option.maximum));
}

//! The number that minimum and maximum speak of.
std::optional<qint64> numberOf(Kind kind, QStringView text)
{
    if (kind == Kind::Integer)
        return parseInteger(text);
    if (kind == Kind::Size)
        return parseSize(text);
    const auto time = parseDuration(text);
    if (!time)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::milliseconds>(*time).count();
}

} // namespace

std::optional<qint64> parseInteger(QStringView text)
{
    // toLongLong() would also take blanks and a plus sign.
    const QStringView digits = text.startsWith(u'-') ? text.sliced(1) : text;
    if (digits.isEmpty() || lengthOf(digits, isDigit) != digits.size())
        return std::nullopt;
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<qint64> parseSize(QStringView text)
{
    const qsizetype digits = lengthOf(text, isDigit);
    const auto count = parseInteger(text.first(digits));
    QStringView name = text.sliced(digits);
    if (name.startsWith(u' ')) // "10 MiB"
        name = name.sliced(1);
    const auto factor = factorOf(kSizeUnits, name, Qt::CaseInsensitive);
    if (!count || !factor || (name.isEmpty() && text.endsWith(u' ')))
        return std::nullopt;
    return times(*count, *factor);
}

std::optional<nanoseconds> parseDuration(QStringView text)
{
    if (const auto seconds = parseInteger(text)) {
        const auto count = *seconds < 0 ? std::nullopt : times(*seconds, 1'000'000'000);
        return count ? std::optional(nanoseconds(*count)) : std::nullopt;
    }
    std::optional<qint64> sum = 0;
    if (text.isEmpty())
        return std::nullopt;
    while (sum && !text.isEmpty())
        sum = plus(sum, takeTimeTerm(text));
    return sum ? std::optional(nanoseconds(*sum)) : std::nullopt;
}

std::optional<bool> parseBoolean(QStringView text)
{
    for (const auto yes : { u"true", u"1", u"yes", u"on", u"t" }) {
        if (text.compare(QStringView(yes), Qt::CaseInsensitive) == 0)
            return true;
    }
    for (const auto no : { u"false", u"0", u"no", u"off", u"f" }) {
        if (text.compare(QStringView(no), Qt::CaseInsensitive) == 0)
            return false;
    }
    return std::nullopt;
}

QString refusalOf(const OptionSpec &option, const QString &text)
{
    switch (option.kind) {
    case Kind::Boolean: return parseBoolean(text) ? QString() : typeRule(option.kind);
    case Kind::Integer:
    case Kind::Size:
    case Kind::Duration: {
        const auto number = numberOf(option.kind, text);
        return number ? rangeRefusal(option, *number) : typeRule(option.kind);
    }
    case Kind::String:
    case Kind::List: break;
    }
    if (!option.choices.isEmpty() && !option.choices.contains(text))
        return QStringLiteral("must be one of ") + option.choices.join(QStringLiteral(", "));
    return option.check ? option.check(text) : QString();
}

} // namespace relay::config

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/filter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace relay::gui {

namespace {

QStringList splitTerms(const QString &text)
{
    QStringList terms;
    QString term;
    bool isQuoted = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('"')) {
            isQuoted = !isQuoted;
        } else if (c.isSpace() && !isQuoted) {
            if (!term.isEmpty())
                terms.append(term);
            term.clear();
        } else {
            term.append(c);
        }
    }
    if (!term.isEmpty())
        terms.append(term);
    return terms;
}

//! "1.5M" -> 1572864 for a queue, 1.5e6 otherwise; what is no number is refused.
bool parseNumber(QString text, double step, double &number)
{
    double factor = 1;
    if (!text.isEmpty()) {
        const qsizetype power = QStringLiteral("kmg").indexOf(text.back().toLower());
        for (qsizetype i = 0; i <= power; ++i)
            factor *= step;
        if (power >= 0)
            text.chop(1);
    }
    bool isNumber = false;
    number = text.toDouble(&isNumber) * factor;
    return isNumber;
}

bool hasWildcard(const QString &text)
{
    return text.contains(QLatin1Char('*')) || text.contains(QLatin1Char('?'));
}

//! A pattern may start at any segment of a topic: "spin*" finds "/out/spin35".
QRegularExpression wildcard(const QString &text)
{
    QString body = QRegularExpression::escape(text);
    body.replace(QLatin1String("\\*"), QLatin1String(".*")).replace(QLatin1String("\\?"), QLatin1String("."));
    return QRegularExpression(QStringLiteral("(?:^|/)") + body + QLatin1Char('$'),
                              QRegularExpression::CaseInsensitiveOption);
}

} // namespace

Filter Filter::parse(const QString &text)
{
    Filter filter;
    const QStringList terms = splitTerms(text);
    for (const QString &term : terms)
        filter.addTerm(term);
    return filter;
}

QString Filter::topicTerm(const QString &topic)
{
    const bool hasBlanks = std::any_of(topic.begin(), topic.end(), [](QChar c) { return c.isSpace(); });
    const QString quote = hasBlanks ? QStringLiteral("\"") : QString();
    return QStringLiteral("topic:") + quote + topic + quote;
}

void Filter::addTerm(const QString &text)
{
    if (addNumberTerm(text) || addWordTerm(text))
        return;
    Term term;
    term.word = text;
    if (hasWildcard(text))
        term.pattern = wildcard(text);
    m_terms.append(term);
}

bool Filter::addNumberTerm(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(drops|queue|rtt|in|out)(>=|<=|>|<|=)(.*)$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return false;
    static const std::array<QLatin1String, 5> names { QLatin1String("drops"), QLatin1String("queue"),
                                                      QLatin1String("rtt"), QLatin1String("in"), QLatin1String("out") };
    static const std::array<QLatin1String, 5> relations { QLatin1String(">"), QLatin1String(">="), QLatin1String("<"),
                                                          QLatin1String("<="), QLatin1String("=") };
    const auto name = std::find(names.begin(), names.end(), match.captured(1).toLower());
    const auto relation = std::find(relations.begin(), relations.end(), match.captured(2));
    Term term;
    term.key = static_cast<Key>(static_cast<int>(Key::Drops) + (name - names.begin()));
    term.relation = static_cast<Relation>(relation - relations.begin());
    if (parseNumber(match.captured(3), term.key == Key::Queue ? 1024 : 1000, term.number))
        m_terms.append(term);
    else
        m_problems.append(QCoreApplication::translate("Filter", "\"%1\" needs a number, as in %2.",
                                                      "Filter field: term that cannot be read, example")
                              .arg(text, match.captured(1).toLower() + match.captured(2) + QStringLiteral("10")));
    return true;
}

bool Filter::addWordTerm(const QString &text)
{
    static const std::array<std::pair<QLatin1String, Key>, 7> keys { { { QLatin1String("topic"), Key::Topic },
                                                                       { QLatin1String("role"), Key::Role },
                                                                       { QLatin1String("kind"), Key::Kind },
                                                                       { QLatin1String("status"), Key::Status },
                                                                       { QLatin1String("address"), Key::Address },
                                                                       { QLatin1String("agent"), Key::Agent },
                                                                       { QLatin1String("booking"), Key::Booking } } };
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    const QString name = text.left(std::max<qsizetype>(colon, 0)).toLower();
    const auto key = std::find_if(keys.begin(), keys.end(), [&name](const auto &k) { return k.first == name; });
    if (key == keys.end())
        return false;
    Term term;
    term.key = key->second;
    term.word = text.mid(colon + 1);
    if (term.key == Key::Kind && term.word.compare(QLatin1String("shell"), Qt::CaseInsensitive) == 0)
        term.word = QStringLiteral("stream");
    if (hasWildcard(term.word))
        term.pattern = wildcard(term.word);
    else if (term.key == Key::Topic && term.word.startsWith(QLatin1Char('/')))
        term.pattern = QRegularExpression(QLatin1Char('^') + QRegularExpression::escape(term.word) + QLatin1Char('$'));
    if (!term.word.isEmpty()) // half typed: "topic:" hides nothing
        m_terms.append(term);
    return true;
}

bool Filter::textMatches(const Term &term, const QString &text)
{
    if (!term.pattern.pattern().isEmpty())
        return term.pattern.match(text).hasMatch();
    return text.contains(term.word, Qt::CaseInsensitive);
}

bool Filter::numberMatches(const Term &term, double value)
{
    switch (term.relation) {
    case Relation::Above: return value > term.number;
    case Relation::AtLeast: return value >= term.number;
    case Relation::Below: return value < term.number;
    case Relation::AtMost: return value <= term.number;
    case Relation::Equal: return value == term.number;
    }
    return false;
}

bool Filter::termMatches(const Term &term, const FilterSubject &subject)
{
    const client::Connection &c = subject.connection;
    constexpr double kBytesPerMbit = 1e6 / 8;
    switch (term.key) {
    case Key::Any:
        return textMatches(term, c.topic) || textMatches(term, c.address) || textMatches(term, c.userAgent)
            || textMatches(term, c.bookingId) || textMatches(term, c.role);
    case Key::Topic: return textMatches(term, c.topic);
    case Key::Role: return textMatches(term, c.role);
    case Key::Kind: return textMatches(term, c.kind);
    case Key::Status: return textMatches(term, statusFilter(subject.status));
    case Key::Address: return textMatches(term, c.address);
    case Key::Agent: return textMatches(term, c.userAgent);
    case Key::Booking: return textMatches(term, c.bookingId);
    case Key::Drops: return numberMatches(term, subject.dropRate);
    case Key::Queue: return numberMatches(term, static_cast<double>(c.queuedBytes));
    case Key::Rtt: return c.rttMs >= 0 && numberMatches(term, static_cast<double>(c.rttMs));
    case Key::In: return numberMatches(term, c.inRate / kBytesPerMbit);
    case Key::Out: return numberMatches(term, c.outRate / kBytesPerMbit);
    }
    return true;
}

bool Filter::matches(const FilterSubject &subject) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&subject](const Term &term) { return termMatches(term, subject); });
}

bool Filter::matchesTopic(const FilterSubject &subject) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&subject](const Term &term) {
        switch (term.key) {
        case Key::Role:
        case Key::Address:
        case Key::Agent:
        case Key::Booking:
        case Key::Queue:
        case Key::Rtt: return true;
        default: return termMatches(term, subject);
        }
    });
}

bool Filter::matchesRecord(const FilterSubject &subject) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&subject](const Term &term) {
        return term.key == Key::Status || term.key >= Key::Drops || termMatches(term, subject);
    });
}

bool Filter::asksForConnections() const
{
    return std::any_of(m_terms.begin(), m_terms.end(), [](const Term &term) {
        switch (term.key) {
        case Key::Role:
        case Key::Address:
        case Key::Agent:
        case Key::Booking:
        case Key::Queue:
        case Key::Rtt: return true;
        default: return false;
        }
    });
}

} // namespace relay::gui

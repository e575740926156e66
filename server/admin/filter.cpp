// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/filter.h"

#include "server/stats/names.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace relay::admin {

namespace {

bool contains(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

bool contains(const QByteArray &utf8, const QString &part)
{
    return contains(QString::fromUtf8(utf8), part);
}

bool equals(QByteArrayView name, const QString &text)
{
    return text.compare(QLatin1String(name.data(), name.size()), Qt::CaseInsensitive) == 0;
}

bool isName(QStringView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() && c.unicode() < 128; });
}

} // namespace

std::variant<Filter, Error> Filter::parse(const QString &text)
{
    static const QHash<QString, Field> fields {
        { QStringLiteral("topic"), Field::Topic },     { QStringLiteral("path"), Field::Path },
        { QStringLiteral("address"), Field::Address }, { QStringLiteral("agent"), Field::Agent },
        { QStringLiteral("booking"), Field::Booking }, { QStringLiteral("role"), Field::Role },
        { QStringLiteral("kind"), Field::Kind },       { QStringLiteral("transport"), Field::Transport }
    };
    Filter filter;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const qsizetype colon = word.indexOf(QLatin1Char(':'));
        const QString name = word.left(std::max<qsizetype>(colon, 0));
        if (colon < 0 || !isName(name)) { // an address with its port is a bare word
            filter.m_terms.push_back({ Field::Any, word });
            continue;
        }
        const auto field = fields.constFind(name);
        if (field == fields.cend() || colon + 1 == word.size())
            return Error { ErrorClass::InvalidFilter,
                           QStringLiteral(
                               "Cannot filter by \"%1\"; use topic:, path:, address:, agent:, booking:, role:, "
                               "kind: or transport: with a word right after it, or a bare word.")
                               .arg(word) };
        filter.m_terms.push_back({ *field, word.mid(colon + 1) });
    }
    return filter;
}

bool Filter::matches(const stats::Facts &facts) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) { return holds(term, facts); });
}

bool Filter::matchesTopic(const QByteArray &id) const
{
    Q_ASSERT(isForTopics());
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) { return contains(id, term.text); });
}

bool Filter::isForTopics() const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [](const Term &term) { return term.field == Field::Any || term.field == Field::Topic; });
}

bool Filter::matchesBooking(const QString &id) const
{
    Q_ASSERT(isForBookings());
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) { return contains(id, term.text); });
}

bool Filter::isForBookings() const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [](const Term &term) { return term.field == Field::Any || term.field == Field::Booking; });
}

bool Filter::holds(const Term &term, const stats::Facts &facts)
{
    switch (term.field) {
    case Field::Any:
        return contains(facts.topic, term.text) || contains(facts.path, term.text) || contains(facts.address, term.text)
            || contains(facts.userAgent, term.text) || contains(facts.bookingId, term.text);
    case Field::Topic: return contains(facts.topic, term.text);
    case Field::Path: return contains(facts.path, term.text);
    case Field::Address: return contains(facts.address, term.text);
    case Field::Agent: return contains(facts.userAgent, term.text);
    case Field::Booking: return contains(facts.bookingId, term.text);
    case Field::Role: return equals(stats::nameOf(facts.role), term.text);
    case Field::Kind: return equals(stats::nameOf(facts.kind), term.text);
    case Field::Transport: return equals(stats::nameOf(facts.transport), term.text);
    }
    return false;
}

} // namespace relay::admin

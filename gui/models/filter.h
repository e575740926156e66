// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/status.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QVector>

/*!
 * The filter language of the window. Terms stand side by side and all have to hold:
 *   free words             somewhere in topic, address, user agent, booking or role
 *   topic: role: kind: status: address: agent: booking:   `*` and `?` stand for anything
 *   drops> queue> rtt> in> out>   with > >= < <= or =; queue takes k, M, G (KiB ...), in and out are Mbit/s, rtt ms
 * topic: with a leading slash means exactly that topic. "quotes" keep blanks together. A key that is none of these is a free word (addresses hold colons).
 */
namespace relay::gui {

//! What a filter looks at.
struct FilterSubject
{
    const client::Connection &connection;
    Status status;
    double dropRate; //!< messages/s
};

class Filter
{
public:
    [[nodiscard]] static Filter parse(const QString &text);
    //! The term for this topic, or with wildcards for these: "topic:/out/spin35", in quotes when there are blanks in it.
    [[nodiscard]] static QString topicTerm(const QString &topic);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    [[nodiscard]] bool matches(const FilterSubject &subject) const;
    //! For a topic, given as a connection with only the facts that a topic has; terms about others do not count.
    [[nodiscard]] bool matchesTopic(const FilterSubject &subject) const;
    //! For a record of something that is over, given likewise; figures and status do not count.
    [[nodiscard]] bool matchesRecord(const FilterSubject &subject) const;
    //! Whether it asks for something that only a connection has, not a topic: an address, a booking, a role.
    [[nodiscard]] bool asksForConnections() const;
    //! Sentences about terms that could not be read; those terms are left out.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    enum class Key : quint8 { Any, Topic, Role, Kind, Status, Address, Agent, Booking, Drops, Queue, Rtt, In, Out };
    enum class Relation : quint8 { Above, AtLeast, Below, AtMost, Equal };
    struct Term
    {
        Key key = Key::Any;
        QString word;               //!< for words without wildcards
        QRegularExpression pattern; //!< for those with; empty otherwise
        Relation relation = Relation::Above;
        double number = 0;
    };

    void addTerm(const QString &text);
    [[nodiscard]] bool addNumberTerm(const QString &text);
    [[nodiscard]] bool addWordTerm(const QString &text);
    [[nodiscard]] static bool textMatches(const Term &term, const QString &text);
    [[nodiscard]] static bool numberMatches(const Term &term, double value);
    [[nodiscard]] static bool termMatches(const Term &term, const FilterSubject &subject);

    QVector<Term> m_terms;
    QStringList m_problems;
};

} // namespace relay::gui

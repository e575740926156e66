// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace relay::tests {

//! One line with a value.
struct Sample
{
    QByteArray name;
    QMap<QByteArray, QByteArray> labels; //!< unescaped
    double value = 0;
};

//! What stands under one HELP and TYPE.
struct Family
{
    QByteArray type;
    QByteArray help;
    QList<Sample> samples;
};

/*!
 * A reader of Prometheus' text format 0.0.4 that takes less than others: of each metric first its HELP, then its TYPE,
 * then all of its samples; names as their types want them; buckets that add up. fault: what is wrong, with the line.
 */
struct Exposition
{
    static Exposition read(const QByteArray &text);

    //! Of the only sample with these labels; NaN when there is none.
    [[nodiscard]] double value(const QByteArray &name, const QMap<QByteArray, QByteArray> &labels = {}) const;

    QMap<QByteArray, Family> families;
    QString fault;
};

} // namespace relay::tests

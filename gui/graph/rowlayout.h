// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

/*!
 * Where the rows of the graph stand: a pure function of names and of how many rows each topic takes. No rate and no
 * order of arrival can move a node; a row more or less moves what is below by whole rows.
 */
namespace relay::gui::graph {

struct RowTopic
{
    QString name;           //!< unique; places follow its natural order
    QString experiment;     //!< topics of one stand together
    QStringList publishers; //!< keys; one may publish to several topics
    int readerRows = 0;
};

struct RowMetrics
{
    double pitch = 20.5; //!< from row to row
    double betweenExperiments = 6;
};

//! Centres of rows, from the top of the first row at 0.
struct RowPlaces
{
    QVector<double> topics;            //!< as the topics were given
    QVector<QVector<double>> readers;  //!< per topic, its rows from above
    QHash<QString, double> publishers; //!< by key
    double height = 0;
};

[[nodiscard]] RowPlaces placeRows(const QVector<RowTopic> &topics, const RowMetrics &metrics);

} // namespace relay::gui::graph

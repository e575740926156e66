// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <Qt>

namespace relay::gui {

//! What a cell answers beside its text. Shared by all tables, so that one set of delegates paints them.
enum CellRole {
    RawRole = Qt::UserRole, //!< the value unformatted, for sorting, copying, export
    CauseRole,              //!< Cause: whether this cell is the reason of the row's status
    StatusRole,             //!< Status of the row
    SparkRole,              //!< QVector<float>
    SparkScaleRole,         //!< float, same unit
    ShareRole,              //!< double 0 to 1: share of the queue's cap
    KindIconRole,           //!< QString: icon of the topic
    DimRole,                //!< bool: a zero or a missing value
    SecondaryRole,          //!< bool: text of the second rank
    IdRole,                 //!< quint64 of a connection, QString of a topic
    UnitRole,               //!< of a header: "Mbit/s"
    CellKindRole,           //!< of a header: CellKind
    ExportRole, //!< the value for a file: figures unformatted, times in ISO 8601, words in English, none where there is none
    StatusIconRole, //!< QString: of a Status cell, in place of the icon of its status
};

enum class Cause : quint8 { None, Tint, Solid };
enum class CellKind : quint8 { Text, Number, Status, Topic, Address, Spark, Queue };

//! What a table needs to know of a column before it has a row.
struct ColumnSpec
{
    QString key = {};   //!< in the settings; never translated
    QString title = {}; //!< translated
    QString unit = {};
    CellKind kind = CellKind::Text;
    int width = 0;               //!< 0: takes what is left
    int minimum = 0;             //!< of the one that takes what is left
    bool isShown = true;         //!< by default
    int hidesAt = 0;             //!< order of hiding when the window is narrow; 0: never
    QString description = {};    //!< tooltip of the head, translated
    QString exportKey = {};      //!< name in files, with its unit; empty: the key
    bool namesAddresses = false; //!< text in which addresses may stand
};

} // namespace relay::gui

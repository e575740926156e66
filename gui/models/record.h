// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/column.h"
#include "gui/models/status.h"

#include <QJsonObject>
#include <QStringList>
#include <QVariant>
#include <QVector>

/*!
 * Rows of the tables that are lists of what was rather than of what is going on: closed connections, events, the audit,
 * and the shells. What they are made of is said once, as fields; one model shows them all.
 */
namespace relay::gui {

enum class RecordKind : quint8 { Closed, Event, Audit, Shell };

//! How a field is written, sorted and exported. Times are ms since the epoch, durations ms, rates bytes/s.
enum class FieldType : quint8 {
    Text,
    Time,
    Count,
    Bytes,
    Rate,
    Milliseconds,
    Duration,
    Address,
    Topic,
    Level,
    CloseCode
};

struct Field
{
    QString column; //!< of the server; empty: worked out from others
    FieldType type = FieldType::Text;
    ColumnSpec spec;
};

//! A row: a value for each field of its kind.
struct Record
{
    quint64 id = 0; //!< number of an event, id of a connection or shell
    QVector<QVariant> values;
    QString kind;                 //!< of the topic: video, data, stream
    QJsonObject data;             //!< of an event: what its sentence is made of; of an order: its target
    QVector<quint64> connections; //!< that are behind it and may still be there

    friend bool operator==(const Record &, const Record &) = default;
};

[[nodiscard]] QVector<Field> fieldsOf(RecordKind kind);           //!< translated
[[nodiscard]] int fieldIndex(RecordKind kind, QLatin1String key); //!< by ColumnSpec::key; -1: none

//! By the names of the fields' columns: unknown ones are skipped, missing ones stay empty. Id 0: it has none.
[[nodiscard]] Record readRecord(RecordKind kind, const QJsonObject &object);

namespace record {

[[nodiscard]] QString text(const Record &record, int field, const Field &spec, qint64 now);
//! Full text for the tooltip.
[[nodiscard]] QString explanation(const Record &record, int field, const Field &spec, qint64 now);
[[nodiscard]] QVariant exported(const Record &record, int field, const Field &spec);
[[nodiscard]] int compare(const Record &a, const Record &b, int field, const Field &spec);
//! How bad it is, for the colour of a Level or CloseCode field; its icon.
[[nodiscard]] Status statusOf(const Record &record, int field, const Field &spec);
[[nodiscard]] QString iconOf(const Record &record, int field, const Field &spec);

} // namespace record

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/record.h"

#include "gui/models/addresses.h"
#include "gui/models/format.h"
#include "gui/models/happeningtext.h"
#include "gui/models/happeningwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>

namespace relay::gui {

namespace {

constexpr int kKicked = 4000;
constexpr int kExpired = 4401;
constexpr int kDenied = 4403;
constexpr int kTooSlow = 4408;
constexpr int kNormal = 1000;
constexpr int kGoingAway = 1001;
constexpr int kNoWord = 1006;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Records)
};

QVariant valueOf(const QJsonValue &value, FieldType type)
{
    if (value.isNull() || value.isUndefined())
        return {};
    switch (type) {
    case FieldType::Rate: return value.toDouble();
    case FieldType::Time:
    case FieldType::Count:
    case FieldType::Bytes:
    case FieldType::Milliseconds:
    case FieldType::Duration:
    case FieldType::CloseCode: return value.isDouble() ? QVariant(value.toInteger()) : QVariant();
    default: return value.isString() ? QVariant(value.toString()) : QVariant();
    }
}

//! What no column has: how long it lasted, since when it is there, what an event is about.
void workOut(RecordKind kind, const QJsonObject &object, const QVector<Field> &fields, Record &record)
{
    const auto set = [&](QLatin1String key, const QVariant &value) {
        for (qsizetype i = 0; i < fields.size(); ++i)
            if (fields.at(i).spec.key == key)
                record.values[i] = value;
    };
    const qint64 openedAt = object.value(QLatin1String("openedAt")).toInteger();
    const qint64 closedAt = object.value(QLatin1String("closedAt")).toInteger();
    if (kind == RecordKind::Closed && openedAt > 0 && closedAt >= openedAt)
        set(QLatin1String("lasted"), closedAt - openedAt);
    if (kind == RecordKind::Shell && openedAt > 0)
        set(QLatin1String("age"), openedAt);
    if (kind == RecordKind::Audit)
        for (const QString &name : { QStringLiteral("targetKind"), QStringLiteral("targetName") })
            if (object.value(name).isString())
                record.data.insert(name, object.value(name));
    if (kind == RecordKind::Event) {
        const QJsonObject data = object.value(QLatin1String("data")).toObject();
        record.data = data;
        if (data.contains(QLatin1String("topic")))
            set(QLatin1String("topic"), data.value(QLatin1String("topic")).toString());
        const qint64 connection = data.value(QLatin1String("connection")).toInteger();
        if (connection > 0)
            record.connections.append(static_cast<quint64>(connection));
    }
    for (const QLatin1String key : { QLatin1String("clientId"), QLatin1String("hostId") })
        if (const qint64 id = object.value(key).toInteger(); kind == RecordKind::Shell && id > 0)
            record.connections.append(static_cast<quint64>(id));
    record.kind = kind == RecordKind::Shell ? QStringLiteral("stream") : object.value(QLatin1String("kind")).toString();
}

QString closeWord(qint64 code)
{
    switch (code) {
    case kKicked: return Words::tr("Kicked");
    case kExpired: return Words::tr("Expired", "A connection whose token ended");
    case kDenied: return Words::tr("Denied");
    case kTooSlow: return Words::tr("Too slow");
    case kNormal:
    case kGoingAway: return Words::tr("Left", "A connection that was closed properly");
    case kNoWord: return Words::tr("Broke off", "A connection that ended without a word");
    default: return Words::tr("Code %1", "A connection that ended with this code").arg(code);
    }
}

QString levelWord(const QString &level)
{
    if (level == QLatin1String("error"))
        return Words::tr("Error", "Level of an event");
    if (level == QLatin1String("warning"))
        return Words::tr("Warning", "Level of an event");
    if (level == QLatin1String("info"))
        return Words::tr("Note", "Level of an event");
    if (level == QLatin1String("refused"))
        return Words::tr("Refused", "Outcome of an order");
    return level == QLatin1String("done") ? Words::tr("Done", "Outcome of an order") : level;
}

bool isCode(const Field &field)
{
    return field.spec.key == QLatin1String("code") || field.spec.key == QLatin1String("action");
}

bool isBooking(const Field &field)
{
    return field.spec.key == QLatin1String("bookingId");
}

//! Of a Text field, in the window's language where relayd told what it is about.
QString textOf(const Record &record, const QString &value, const Field &field)
{
    static const int code = fieldIndex(RecordKind::Event, QLatin1String("code"));
    const QString &key = field.spec.key;
    if (isBooking(field))
        return value.left(8);
    if (key == QLatin1String("role"))
        return format::role(value);
    if (key == QLatin1String("code"))
        return happening::kindWord(value);
    if (key == QLatin1String("action"))
        return happening::actionWord(value);
    if (key == QLatin1String("text"))
        return happeningText(record.values.at(code).toString(), record.data, value);
    if (key == QLatin1String("target") && record.data.contains(QLatin1String("targetKind")))
        return happening::targetText(record.data.value(QLatin1String("targetKind")).toString(),
                                     record.data.value(QLatin1String("targetName")).toString(), value);
    return addresses::shown(value);
}

} // namespace

Record readRecord(RecordKind kind, const QJsonObject &object)
{
    static const QVector<Field> all[] { fieldsOf(RecordKind::Closed), fieldsOf(RecordKind::Event),
                                        fieldsOf(RecordKind::Audit), fieldsOf(RecordKind::Shell) };
    const QVector<Field> &fields = all[static_cast<size_t>(kind)];
    const bool isNumbered = kind == RecordKind::Event || kind == RecordKind::Audit;
    Record record;
    const qint64 id = object.value(isNumbered ? QLatin1String("n") : QLatin1String("id")).toInteger();
    record.id = id > 0 ? static_cast<quint64>(id) : 0;
    record.values.resize(fields.size());
    for (qsizetype i = 0; i < fields.size(); ++i)
        record.values[i] = valueOf(object.value(fields.at(i).column), fields.at(i).type);
    workOut(kind, object, fields, record);
    return record;
}

namespace record {

QString text(const Record &record, int index, const Field &field, qint64 now)
{
    const QVariant &value = record.values.at(index);
    if (!value.isValid() || (field.type <= FieldType::Text && value.toString().isEmpty()))
        return format::missing();
    switch (field.type) {
    case FieldType::Time: return format::clock(value.toLongLong());
    case FieldType::Count:
    case FieldType::Milliseconds: return value.toLongLong() < 0 ? format::missing() : format::count(value.toLongLong());
    case FieldType::Bytes: return format::bytes(value.toULongLong());
    case FieldType::Rate: return format::mbits(value.toDouble());
    case FieldType::Duration: // of shells, which go on, it is when they began
        return format::age(field.spec.key == QLatin1String("age") ? now - value.toLongLong() : value.toLongLong());
    case FieldType::Address: return value.toString().isEmpty() ? format::missing() : format::peer(value.toString());
    case FieldType::Topic: return format::topic(value.toString());
    case FieldType::Level: return levelWord(value.toString());
    case FieldType::CloseCode: return closeWord(value.toLongLong());
    case FieldType::Text: break;
    }
    return textOf(record, value.toString(), field);
}

QString explanation(const Record &record, int index, const Field &field, qint64 now)
{
    const QVariant &value = record.values.at(index);
    if (!value.isValid())
        return {};
    switch (field.type) {
    case FieldType::Time: return format::dateTime(value.toLongLong());
    case FieldType::CloseCode: return Words::tr("Close code %1", "How a connection ended").arg(value.toLongLong());
    case FieldType::Topic: return value.toString();
    case FieldType::Text: // a table is narrow: the booking whole; and the words that programs know them by
        if (isBooking(field) || isCode(field))
            return value.toString();
        return textOf(record, value.toString(), field);
    case FieldType::Address: return addresses::shown(value.toString());
    case FieldType::Level: // and what was answered to it
        if (const int answer = fieldIndex(RecordKind::Audit, QLatin1String("result"));
            field.spec.key == QLatin1String("outcome"))
            return addresses::shown(record.values.at(answer).toString());
        [[fallthrough]];
    default: return text(record, index, field, now);
    }
}

QVariant exported(const Record &record, int index, const Field &field)
{
    const QVariant &value = record.values.at(index);
    if (field.type == FieldType::Milliseconds && value.toLongLong() < 0) // not known
        return {};
    const bool isTime = field.type == FieldType::Time || field.spec.key == QLatin1String("age");
    if (!isTime || !value.isValid())
        return value;
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong()).toUTC().toString(Qt::ISODateWithMs);
}

int compare(const Record &a, const Record &b, int index, const Field &field)
{
    const QVariant &left = a.values.at(index);
    const QVariant &right = b.values.at(index);
    const auto order = [](auto x, auto y) { return x < y ? -1 : (y < x ? 1 : 0); };
    switch (field.type) {
    case FieldType::Level: {
        const int byRank = order(sortRank(statusOf(a, index, field)), sortRank(statusOf(b, index, field)));
        return byRank != 0 ? byRank : left.toString().compare(right.toString());
    }
    case FieldType::Text:
        return textOf(a, left.toString(), field).compare(textOf(b, right.toString(), field), Qt::CaseInsensitive);
    case FieldType::Address:
    case FieldType::Topic: return left.toString().compare(right.toString(), Qt::CaseInsensitive);
    case FieldType::Rate: return order(left.toDouble(), right.toDouble());
    default: return order(left.toLongLong(), right.toLongLong());
    }
}

Status statusOf(const Record &record, int index, const Field &field)
{
    const QVariant &value = record.values.at(index);
    if (field.type == FieldType::Level) {
        const QString level = value.toString();
        if (level == QLatin1String("info") || level == QLatin1String("done"))
            return Status::Idle;
        return level == QLatin1String("warning") ? Status::Slow : Status::Dropping;
    }
    if (field.type == FieldType::CloseCode && value.toLongLong() == kTooSlow)
        return Status::Slow;
    return Status::Idle;
}

QString iconOf(const Record &record, int index, const Field &field)
{
    if (field.type == FieldType::Level && statusOf(record, index, field) == Status::Idle)
        return QStringLiteral("events");
    if (field.type == FieldType::Level && record.values.at(index).toString() == QLatin1String("refused"))
        return QStringLiteral("refused");
    if (field.type != FieldType::CloseCode)
        return {};
    switch (record.values.at(index).toLongLong()) {
    case kKicked: return QStringLiteral("kick");
    case kDenied: return QStringLiteral("refused");
    case kExpired: return QStringLiteral("expiring");
    case kTooSlow: return QStringLiteral("slow");
    default: return QStringLiteral("closed");
    }
}

} // namespace record

} // namespace relay::gui

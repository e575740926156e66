// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables of records are made of.
#include "gui/models/record.h"

#include <QCoreApplication>

#include <algorithm>

namespace relay::gui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RecordFields)
};

Field field(const char *column, FieldType type, const QString &title, int width, int hidesAt = 0)
{
    const bool isNumber = type == FieldType::Count || type == FieldType::Bytes || type == FieldType::Rate
        || type == FieldType::Milliseconds || type == FieldType::Duration;
    CellKind kind = isNumber ? CellKind::Number : CellKind::Text;
    if (type == FieldType::Address)
        kind = CellKind::Address;
    else if (type == FieldType::Topic)
        kind = CellKind::Topic;
    else if (type == FieldType::Level || type == FieldType::CloseCode)
        kind = CellKind::Status;
    const QString key = QString::fromLatin1(column);
    const QString unit = type == FieldType::Rate ? QStringLiteral("Mbit/s")
        : type == FieldType::Milliseconds        ? QStringLiteral("ms")
                                                 : QString();
    return { .column = key,
             .type = type,
             .spec = { .key = key, .title = title, .unit = unit, .kind = kind, .width = width, .hidesAt = hidesAt } };
}

Field stretched(Field each, int minimum)
{
    each.spec.width = 0;
    each.spec.minimum = minimum;
    return each;
}

//! Text of people or of the relay, about somebody who may have an address.
Field telling(Field each)
{
    each.spec.namesAddresses = true;
    return each;
}

Field hidden(Field each)
{
    each.spec.isShown = false;
    return each;
}

QVector<Field> closedFields()
{
    return { field("code", FieldType::CloseCode, Words::tr("Ended", "Column: how a connection ended"), 132),
             field("closedAt", FieldType::Time, Words::tr("At", "Column: when it happened"), 84),
             stretched(field("topic", FieldType::Topic, Words::tr("Topic"), 0), 148),
             field("role", FieldType::Text, Words::tr("Role"), 92, 4),
             field("address", FieldType::Address, Words::tr("Address"), 136, 6),
             field("bookingId", FieldType::Text, Words::tr("Booking"), 88, 2),
             telling(field("reason", FieldType::Text, Words::tr("Reason"), 220)),
             field("lasted", FieldType::Duration, Words::tr("Lasted", "Column: how long it was connected"), 84, 5),
             field("inBytes", FieldType::Bytes, Words::tr("In", "Column: what the relay got from a connection"), 84, 1),
             field("outBytes", FieldType::Bytes, Words::tr("Out", "Column: what the relay sent to a connection"), 84, 3),
             field("dropped", FieldType::Count, Words::tr("Dropped"), 76, 3),
             hidden(field("userAgent", FieldType::Text, Words::tr("User agent"), 160)),
             hidden(field("id", FieldType::Count, Words::tr("Id"), 72)) };
}

QVector<Field> eventFields()
{
    return { field("level", FieldType::Level, Words::tr("Level"), 116),
             field("at", FieldType::Time, Words::tr("At", "Column: when it happened"), 84),
             telling(stretched(field("text", FieldType::Text, Words::tr("What happened"), 0), 260)),
             field("code", FieldType::Text, Words::tr("Kind", "Column: which kind of event"), 144),
             field("topic", FieldType::Topic, Words::tr("Topic"), 180, 1),
             hidden(field("n", FieldType::Count, Words::tr("Number"), 84)) };
}

QVector<Field> auditFields()
{
    return { field("outcome", FieldType::Level, Words::tr("Outcome"), 116),
             field("at", FieldType::Time, Words::tr("At", "Column: when it happened"), 84),
             field("user", FieldType::Text, Words::tr("Who"), 116),
             field("action", FieldType::Text, Words::tr("Action"), 152),
             telling(stretched(
                 field("target", FieldType::Text, Words::tr("Target", "Column: on what somebody acted"), 0), 180)),
             telling(field("reason", FieldType::Text, Words::tr("Reason"), 220)),
             field("client", FieldType::Text, Words::tr("Program"), 136, 1),
             hidden(telling(field("result", FieldType::Text,
                                  Words::tr("Answer", "Column: what the relay answered to an order"), 220))),
             hidden(field("uid", FieldType::Count, Words::tr("Uid"), 72)),
             hidden(field("pid", FieldType::Count, Words::tr("Pid"), 72)),
             hidden(field("n", FieldType::Count, Words::tr("Number"), 84)) };
}

QVector<Field> shellFields()
{
    return {
        stretched(field("host", FieldType::Text, Words::tr("Host", "Column: a computer that offers a shell"), 0), 148),
        field("client", FieldType::Address, Words::tr("Client", "Column: address of who uses a shell"), 136),
        field("hostAddress", FieldType::Address, Words::tr("Host address"), 136, 2),
        telling(field("target", FieldType::Text, Words::tr("Target", "Column: where a host leads a shell to"), 152, 3)),
        field("inRate", FieldType::Rate, Words::tr("To host"), 96),
        field("outRate", FieldType::Rate, Words::tr("To client"), 104),
        field("inBytes", FieldType::Bytes, Words::tr("Sent", "Column: bytes from client to host"), 84, 4),
        field("outBytes", FieldType::Bytes, Words::tr("Received", "Column: bytes from host to client"), 92, 4),
        field("rttMs", FieldType::Milliseconds, Words::tr("RTT", "Column: round trip time"), 68),
        field("age", FieldType::Duration, Words::tr("Age"), 76),
        field("resumes", FieldType::Count, Words::tr("Resumed", "Column: how often a shell went on after a break"), 84,
              5),
        field("bookingId", FieldType::Text, Words::tr("Booking"), 88, 6),
        hidden(field("id", FieldType::Count, Words::tr("Id"), 72))
    };
}

} // namespace

QVector<Field> fieldsOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Closed: return closedFields();
    case RecordKind::Event: return eventFields();
    case RecordKind::Audit: return auditFields();
    case RecordKind::Shell: return shellFields();
    }
    return {};
}

int fieldIndex(RecordKind kind, QLatin1String key)
{
    const QVector<Field> fields = fieldsOf(kind);
    const auto found
        = std::find_if(fields.begin(), fields.end(), [key](const Field &each) { return each.spec.key == key; });
    return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/tableexport.h"

#include "gui/models/addresses.h"
#include "gui/models/addressmask.h"
#include "gui/models/csvfield.h"

#include <QAbstractItemModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace relay::gui::tableexport {

namespace {

QVariant valueOf(const Plan &plan, int row, int column)
{
    const QVariant value = plan.model->index(row, column).data(ExportRole);
    const ColumnSpec &spec = plan.specs.at(column);
    if ((plan.isMasked || addresses::areMasked()) && (spec.kind == CellKind::Address || spec.namesAddresses))
        return value.isValid() ? maskedAddresses(value.toString()) : value;
    return value;
}

QString nameOf(const ColumnSpec &spec)
{
    return spec.exportKey.isEmpty() ? spec.key : spec.exportKey;
}

QVector<int> wantedColumns(const Plan &plan)
{
    QVector<int> wanted;
    for (const int column : plan.columns)
        if (plan.specs.at(column).kind != CellKind::Spark)
            wanted.append(column);
    return wanted;
}

bool isNumber(const QVariant &value)
{
    const int type = value.typeId();
    return type == QMetaType::Int || type == QMetaType::LongLong || type == QMetaType::ULongLong
        || type == QMetaType::UInt || type == QMetaType::Double || type == QMetaType::Float;
}

QByteArray fieldOf(const QVariant &value)
{
    if (!isNumber(value))
        return csvField(value.toString());
    return value.typeId() == QMetaType::Double ? QByteArray::number(value.toDouble(), 'g', 12)
                                               : value.toString().toLatin1();
}

} // namespace

QByteArray csv(const Plan &plan)
{
    const QVector<int> columns = wantedColumns(plan);
    QByteArray text;
    const auto line = [&text](const QVector<QByteArray> &fields) {
        for (qsizetype i = 0; i < fields.size(); ++i)
            text += (i > 0 ? "," : "") + fields.at(i);
        text += "\r\n";
    };
    QVector<QByteArray> fields;
    for (const int column : columns)
        fields.append(nameOf(plan.specs.at(column)).toUtf8());
    line(fields);
    for (int row = 0; row < plan.model->rowCount(); ++row) {
        fields.clear();
        for (const int column : columns)
            fields.append(fieldOf(valueOf(plan, row, column)));
        line(fields);
    }
    return text;
}

QByteArray json(const Plan &plan)
{
    const QVector<int> columns = wantedColumns(plan);
    QJsonArray rows;
    for (int row = 0; row < plan.model->rowCount(); ++row) {
        QJsonObject object;
        for (const int column : columns)
            object.insert(nameOf(plan.specs.at(column)), QJsonValue::fromVariant(valueOf(plan, row, column)));
        rows.append(object);
    }
    return QJsonDocument(rows).toJson();
}

} // namespace relay::gui::tableexport

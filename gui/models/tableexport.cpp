// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/tableexport.h"

#include "gui/models/addresses.h"

#include <QAbstractItemModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace relay::gui::tableexport {

namespace {

QVariant valueOf(const Plan &plan, int row, int column)
{
    const QModelIndex index = plan.model->index(row, column);
    QVariant value = index.data(ExportRole);
    if (!value.isValid())
        value = index.data(RawRole);
    if ((plan.isMasked || addresses::areMasked()) && plan.specs.at(column).kind == CellKind::Address)
        return maskedAddress(value.toString());
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

QByteArray csvField(const QVariant &value)
{
    if (isNumber(value))
        return value.typeId() == QMetaType::Double ? QByteArray::number(value.toDouble(), 'g', 12)
                                                   : value.toString().toLatin1();
    QString text = value.toString();
    // What a peer calls itself must not become a formula in a spreadsheet.
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(QLatin1Char('\''));
    static const QRegularExpression special(QStringLiteral("[\",\r\n]"));
    if (!text.contains(special))
        return text.toUtf8();
    return '"' + text.replace(QLatin1Char('"'), QLatin1String("\"\"")).toUtf8() + '"';
}

} // namespace

QString maskedAddress(const QString &address)
{
    static const QRegularExpression four(QStringLiteral("^(\\d+\\.\\d+\\.\\d+)\\.\\d+(?::\\d+)?$"));
    if (const auto match = four.match(address); match.hasMatch())
        return match.captured(1) + QStringLiteral(".x");
    QString host = address;
    if (host.startsWith(QLatin1Char('[')))
        host = host.mid(1, host.indexOf(QLatin1Char(']')) - 1);
    if (host.count(QLatin1Char(':')) < 2)
        return address;
    const QString leading = host.left(host.indexOf(QLatin1String("::"))); // what stands for zeros says no more
    return leading.split(QLatin1Char(':')).mid(0, 3).join(QLatin1Char(':')) + QStringLiteral(":x");
}

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
            fields.append(csvField(valueOf(plan, row, column)));
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

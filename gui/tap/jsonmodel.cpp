// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/jsonmodel.h"

#include "common/admin/message.h"
#include "gui/tap/hexdump.h"
#include "gui/tap/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>
#include <vector>

namespace relay::gui::tap {

struct JsonModel::Node
{
    Node *parent = nullptr;
    int row = 0;
    QString name; // null: element of an array
    QString value;
    QJsonValue::Type type = QJsonValue::Undefined;
    int count = 0; // also of those that are not shown
    std::vector<std::unique_ptr<Node>> children;
};

namespace {

//! What a string says, its escapes resolved; never null.
QString stringOf(QByteArrayView value)
{
    const QString text = QJsonDocument::fromJson("[" + value.toByteArray() + "]").array().first().toString();
    return text.isNull() ? QString(QLatin1String("")) : text;
}

//! Strings as they read, numbers as they were written.
QString asText(QByteArrayView value)
{
    if (jsonType(value) == QJsonValue::String)
        return plainText(admin::toJson(stringOf(value)));
    return plainText(value.toByteArray());
}

} // namespace

JsonModel::JsonModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

JsonModel::~JsonModel() = default;

void JsonModel::fill(Node &node, QByteArrayView value, int depth)
{
    node.type = jsonType(value);
    if (node.type == QJsonValue::Object || node.type == QJsonValue::Array) {
        JsonPieces pieces(value);
        for (JsonPiece piece; pieces.next(piece); ++node.count) {
            if (depth >= kMaxDepth || m_nodes >= kMaxNodes)
                continue;
            ++m_nodes;
            auto next = std::make_unique<Node>();
            next->parent = &node;
            next->row = int(node.children.size());
            next->name = piece.name.isNull() ? QString() : stringOf(piece.name);
            fill(*next, piece.value, depth + 1);
            node.children.push_back(std::move(next));
        }
    }
    const bool isEmpty = node.count == 0 && (node.type == QJsonValue::Object || node.type == QJsonValue::Array);
    if (isEmpty)
        node.value = node.type == QJsonValue::Object ? QStringLiteral("{}") : QStringLiteral("[]");
    else if (node.children.empty())
        node.value = asText(value);
}

bool JsonModel::setJson(const QByteArray &json)
{
    QJsonParseError error;
    // In an array, so that a lone number or string is JSON as well, as RFC 8259 has it.
    const QJsonDocument document = QJsonDocument::fromJson("[" + json + "]", &error);
    const bool isJson = error.error == QJsonParseError::NoError && document.array().size() == 1;
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_nodes = 0;
    m_error = isJson                              ? QString()
        : error.error == QJsonParseError::NoError ? tr("more than one value")
                                                  : error.errorString();
    if (isJson)
        fill(*m_root, QByteArrayView(json).trimmed(), 0);
    endResetModel();
    return isJson;
}

void JsonModel::clear()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_nodes = 0;
    m_error.clear();
    endResetModel();
}

QJsonValue::Type JsonModel::type() const
{
    return m_root->type;
}

int JsonModel::count() const
{
    return m_root->count;
}

const JsonModel::Node *JsonModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex JsonModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children.at(size_t(row)).get());
}

QModelIndex JsonModel::parent(const QModelIndex &child) const
{
    const Node *above = child.isValid() ? nodeOf(child)->parent : nullptr;
    return above == nullptr || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int JsonModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int JsonModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QString JsonModel::pathOf(const Node &node)
{
    if (node.parent == nullptr)
        return {};
    const QString before = pathOf(*node.parent);
    if (node.name.isNull())
        return before + QLatin1Char('[') + QString::number(node.row) + QLatin1Char(']');
    return before.isEmpty() ? node.name : QString(before + QLatin1Char('.') + node.name);
}

QVariant JsonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = *nodeOf(index);
    const QString name = plainText(node.name.toUtf8());
    switch (role) {
    case Qt::DisplayRole: {
        const QString value = node.children.empty() ? node.value
            : node.type == QJsonValue::Object       ? QStringLiteral("{…} %1").arg(node.count)
                                                    : QStringLiteral("[…] %1").arg(node.count);
        return node.name.isNull() ? value : QString(name + QLatin1String(": ") + value);
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
    case PathRole: return plainText(pathOf(node).toUtf8());
    case NameRole: return node.name.isNull() ? QString() : name;
    case ValueRole: return node.children.empty() ? node.value : QString();
    case TypeRole: return int(node.type);
    case CountRole: return node.count;
    default: return {};
    }
}

} // namespace relay::gui::tap

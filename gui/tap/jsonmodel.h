// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QByteArrayView>
#include <QJsonValue>

#include <memory>

namespace relay::gui::tap {

/*!
 * A JSON value as a tree in which objects and arrays can be folded, members in the order in which they were sent. One
 * column; the text of a row is the name and, for what cannot be folded, the value. Bounded by what a tap shows of a message. GUI thread only.
 */
class JsonModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole, //!< QString; null for an element of an array
        ValueRole,               //!< QString as JSON has it; empty for objects and arrays
        TypeRole,                //!< QJsonValue::Type
        CountRole,               //!< int: members or elements
        PathRole,                //!< QString: "angle.value", "samples[3]"
    };
    static constexpr int kMaxDepth = 64;   //!< deeper ones are shown as text
    static constexpr int kMaxNodes = 4096; //!< more are not shown; count() tells how many there are

    explicit JsonModel(QObject *parent = nullptr);
    ~JsonModel() override;

    //! False: it is no JSON; nothing is shown then.
    bool setJson(const QByteArray &json);
    void clear();
    [[nodiscard]] QString error() const { return m_error; } //!< why it is no JSON
    [[nodiscard]] QJsonValue::Type type() const;            //!< of the whole; Undefined: nothing
    [[nodiscard]] int count() const;                        //!< members or elements of the whole
    [[nodiscard]] bool isCut() const { return m_nodes >= kMaxNodes; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    [[nodiscard]] const Node *nodeOf(const QModelIndex &index) const;
    void fill(Node &node, QByteArrayView value, int depth);
    [[nodiscard]] static QString pathOf(const Node &node);

    std::unique_ptr<Node> m_root;
    QString m_error;
    int m_nodes = 0;
};

} // namespace relay::gui::tap

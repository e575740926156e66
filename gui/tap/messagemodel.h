// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tap/tapmessage.h"

#include <QAbstractTableModel>
#include <QVector>

#include <deque>

namespace relay::gui::tap {

/*!
 * The messages of a tap, the newest first. Bounded in number and in bytes: the oldest leave. GUI thread only.
 */
class MessageModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, MarkColumn, SizeColumn, ColumnCount };
    static constexpr int kMaxRows = 1000;
    static constexpr qint64 kMaxBytes = 2 * 1024 * 1024; //!< of previews

    explicit MessageModel(QObject *parent = nullptr);

    void add(const QVector<Message> &messages); //!< oldest first
    void clear();
    void retranslate();
    [[nodiscard]] const Message &at(int row) const { return m_messages.at(size_t(row)); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] double perSecond() const; //!< over what is held; 0: too little

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void dropOldest(int incoming, qint64 incomingBytes);
    [[nodiscard]] QString mark(const Message &message) const;

    std::deque<Message> m_messages;
    qint64 m_bytes = 0;
};

} // namespace relay::gui::tap

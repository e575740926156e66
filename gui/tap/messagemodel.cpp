// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/messagemodel.h"

#include "gui/models/format.h"

#include <QDateTime>

#include <algorithm>

namespace relay::gui::tap {

MessageModel::MessageModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void MessageModel::add(const QVector<Message> &messages)
{
    if (messages.isEmpty())
        return;
    const qsizetype first = std::max<qsizetype>(0, messages.size() - kMaxRows);
    qint64 bytes = 0;
    for (qsizetype i = first; i < messages.size(); ++i)
        bytes += messages.at(i).preview.size();
    const int count = int(messages.size() - first);
    dropOldest(count, bytes);
    beginInsertRows({}, 0, count - 1);
    for (qsizetype i = first; i < messages.size(); ++i)
        m_messages.push_front(messages.at(i));
    m_bytes += bytes;
    endInsertRows();
}

void MessageModel::dropOldest(int incoming, qint64 incomingBytes)
{
    int keep = int(m_messages.size());
    qint64 bytes = m_bytes;
    while (keep > 0 && (keep + incoming > kMaxRows || bytes + incomingBytes > kMaxBytes))
        bytes -= m_messages.at(size_t(--keep)).preview.size();
    if (keep == int(m_messages.size()))
        return;
    beginRemoveRows({}, keep, int(m_messages.size()) - 1);
    m_messages.resize(size_t(keep));
    m_bytes = bytes;
    endRemoveRows();
}

void MessageModel::clear()
{
    beginResetModel();
    m_messages.clear();
    m_bytes = 0;
    endResetModel();
}

void MessageModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_messages.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

double MessageModel::perSecond() const
{
    if (m_messages.size() < 3 || m_messages.front().at <= m_messages.back().at)
        return 0;
    return double(m_messages.size() - 1) * 1000 / double(m_messages.front().at - m_messages.back().at);
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_messages.size());
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString MessageModel::mark(const Message &message) const
{
    if (message.lost > 0)
        //: in the list of tapped messages: so many were missed before this one
        return tr("%1 lost").arg(format::count(qint64(message.lost)));
    //: in the list of tapped messages: a key frame of the video begins here
    return message.isKey ? tr("key") : QString();
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Message &message = at(index.row());
    if (role == Qt::TextAlignmentRole)
        return index.column() == TimeColumn ? QVariant()
                                            : QVariant(int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        //: a tapped message: its time, its size, and from where to where it went
        return tr("%1, %2 bytes, %3")
            .arg(QDateTime::fromMSecsSinceEpoch(message.at).toString(QStringLiteral("HH:mm:ss.zzz")),
                 format::count(message.size), message.isIn ? tr("sent to the relay") : tr("sent by the relay"));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn: return QDateTime::fromMSecsSinceEpoch(message.at).toString(QStringLiteral("HH:mm:ss.zzz"));
    case MarkColumn: return mark(message);
    default: return format::count(message.size);
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == TimeColumn ? int(Qt::AlignLeading | Qt::AlignVCenter)
                                     : int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return tr("Time", "Column of tapped messages");
    case SizeColumn: return tr("Bytes", "Column of tapped messages");
    default: return QString();
    }
}

} // namespace relay::gui::tap

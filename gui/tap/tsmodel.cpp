// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/tsmodel.h"

#include "gui/models/format.h"

#include <QLocale>

namespace relay::gui::tap {

namespace {

constexpr double kKilobit = 1000;

} // namespace

TsModel::TsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TsModel::setStreams(const std::vector<mpegts::TsStream> &streams)
{
    // PIDs never leave, and come one by one: rows keep their place as long as they can.
    qsizetype row = 0;
    for (const mpegts::TsStream &stream : streams) {
        while (row < m_streams.size() && m_streams.at(row).pid < stream.pid) {
            beginRemoveRows({}, int(row), int(row));
            m_streams.remove(row);
            endRemoveRows();
        }
        if (row < m_streams.size() && m_streams.at(row).pid == stream.pid) {
            m_streams[row] = stream;
        } else {
            beginInsertRows({}, int(row), int(row));
            m_streams.insert(row, stream);
            endInsertRows();
        }
        ++row;
    }
    if (row < m_streams.size()) {
        beginRemoveRows({}, int(row), int(m_streams.size()) - 1);
        m_streams.resize(row);
        endRemoveRows();
    }
    if (!m_streams.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void TsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_streams.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString TsModel::pidText(int pid)
{
    return QStringLiteral("0x") + QString::number(pid, 16).toUpper().rightJustified(4, QLatin1Char('0'));
}

QString TsModel::nameOf(const mpegts::TsStream &stream)
{
    if (stream.pid == mpegts::kPatPid)
        return QStringLiteral("PAT");
    if (stream.pid == mpegts::kNullPid)
        return tr("Padding", "Packets of a transport stream that carry nothing");
    if (stream.isPmt)
        return QStringLiteral("PMT");
    switch (stream.streamType) {
    case 0x01: return tr("MPEG-1 video");
    case 0x02: return tr("MPEG-2 video");
    case 0x03: return tr("MP1 or MP2 audio");
    case 0x04: return tr("MP2 audio");
    case 0x0F:
    case 0x11: return tr("AAC audio");
    case 0x10: return tr("MPEG-4 video");
    case 0x1B: return tr("H.264 video");
    case 0x24: return tr("H.265 video");
    case 0x81: return tr("AC-3 audio");
    case 0x06: return tr("private data");
    case -1:
        if (stream.pid == 0x0011)
            return QStringLiteral("SDT");
        return tr("not known yet", "Kind of a stream inside a transport stream");
    //: %1 is a number: a kind of stream that has no name here
    default: return tr("type %1").arg(pidText(stream.streamType).replace(QLatin1String("0x00"), QLatin1String("0x")));
    }
}

int TsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_streams.size());
}

int TsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mpegts::TsStream &stream = m_streams.at(index.row());
    if (role == Qt::TextAlignmentRole)
        return int(index.column() <= NameColumn ? Qt::AlignLeading | Qt::AlignVCenter
                                                : Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role == TroubleRole)
        return index.column() == ErrorsColumn && stream.recentErrors > 0;
    if (role == Qt::ToolTipRole && index.column() == ErrorsColumn)
        return tr("%1 in the last minute, %2 since the tap was opened")
            .arg(format::count(qint64(stream.recentErrors)), format::count(qint64(stream.continuityErrors)));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case PidColumn: return pidText(stream.pid);
    case NameColumn: return nameOf(stream);
    case RateColumn: return QLocale().toString(stream.bitsPerSecond / kKilobit, 'f', 1);
    case PacketsColumn: return format::count(qint64(stream.packets));
    default: return stream.isCounted() ? format::count(qint64(stream.recentErrors)) : format::missing();
    }
}

QVariant TsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section <= NameColumn ? Qt::AlignLeading | Qt::AlignVCenter
                                         : Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == ErrorsColumn)
        return tr("Packets that are missing or out of order, in the last minute");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PidColumn: return QStringLiteral("PID");
    case NameColumn: return tr("Stream", "Column: what a PID of a transport stream carries");
    case RateColumn: return QStringLiteral("kbit/s");
    case PacketsColumn: return tr("Packets", "Column");
    default: return tr("Continuity", "Column: errors of the continuity counter");
    }
}

} // namespace relay::gui::tap

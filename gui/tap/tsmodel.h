// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/mpegts/tsanalyser.h"

#include <QAbstractTableModel>
#include <QVector>

namespace relay::gui::tap {

//! The streams of a transport stream, one a row, by PID. GUI thread only.
class TsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PidColumn, NameColumn, RateColumn, PacketsColumn, ErrorsColumn, ColumnCount };
    enum Role { TroubleRole = Qt::UserRole }; //!< bool: this figure is the trouble

    explicit TsModel(QObject *parent = nullptr);

    void setStreams(const std::vector<mpegts::TsStream> &streams); //!< by PID, ascending
    void retranslate();
    [[nodiscard]] static QString nameOf(const mpegts::TsStream &stream);
    [[nodiscard]] static QString pidText(int pid); //!< "0x0100"

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<mpegts::TsStream> m_streams;
};

} // namespace relay::gui::tap

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>
#include <QFrame>
#include <QStringList>
#include <QVector>

#include <functional>

namespace relay::gui {
class PlainTable;
}

namespace relay::gui::dialogs {

class LinkButton;

//! Connections as lines of text, made when they are looked at: there may be thousands.
class TargetModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Line = std::function<QStringList(const client::Connection &)>;

    using QAbstractTableModel::QAbstractTableModel;

    void setTargets(const QStringList &head, const QVector<client::Connection> &targets, Line line);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_head;
    QVector<client::Connection> m_targets;
    Line m_line;
};

/*!
 * All of what a dialog is about, a few rows of it in view, to be scrolled through by mouse and keys. Stands in the place
 * of the SampleTable when somebody wants to see all.
 */
class TargetList : public QFrame
{
    Q_OBJECT
public:
    explicit TargetList(const Theme &theme, QWidget *parent = nullptr);

    void showTargets(const QStringList &head, const QVector<client::Connection> &targets, TargetModel::Line line);
    void setName(const QString &name); //!< for those who hear it
    //! So many rows less high than it is at most, so that a dialog fits into its window; a few stay.
    void giveUpRows(int rows);
    static constexpr int kRowHeight = metric::kRow - 2;

Q_SIGNALS:
    void fewerAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();

    static constexpr int kMostRows = 8; //!< in view
    static constexpr int kLeastRows = 4;

    const Theme &m_theme;
    TargetModel m_model;
    PlainTable *m_table;
    LinkButton *m_fewer;
};

} // namespace relay::gui::dialogs

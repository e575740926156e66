// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QVector>

#include <functional>

namespace relay::gui {

//! One line of the palette: the head of a group, or something to go to or to do.
struct PaletteItem
{
    QString text;
    QString detail; //!< after it, dim
    QString icon;   //!< file name without ending; empty: none
    QColor iconColor;
    QString key;        //!< "Ctrl+F"; empty: none
    QString completion; //!< what Tab writes; empty: the text
    bool isHead = false;
    bool isPossible = true; //!< else the detail says why not
    std::function<void()> run;
};

//! What the palette shows for what is typed. Heads cannot be chosen.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ItemRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(QVector<PaletteItem> items);
    [[nodiscard]] const PaletteItem &item(int row) const { return m_items.at(row); }
    //! The next row that can be chosen, from `row` on in this direction (1, -1); -1: none.
    [[nodiscard]] int nextEntry(int row, int direction) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QVector<PaletteItem> m_items;
};

} // namespace relay::gui

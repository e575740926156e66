// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QAbstractItemDelegate>

namespace relay::gui {

class PaletteModel;

//! Paints a line of the palette: icon, text with what was typed in bold, detail, key.
class PaletteDelegate : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    PaletteDelegate(const PaletteModel &model, const Theme &theme, QObject *parent = nullptr);

    void setQuery(const QString &query) { m_query = query; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] int drawText(QPainter &painter, const QRect &rect, const QString &text, const QColor &color) const;

    const PaletteModel &m_model;
    const Theme &m_theme;
    QString m_query;
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QSet>
#include <QTreeView>

namespace relay::gui::tap {

class JsonModel;

/*!
 * The tree of a JSON message, coloured by type. What the operator opens stays open from message to message, by the path
 * of names. Left and Right fold and unfold; Ctrl+C copies the row.
 */
class JsonView : public QTreeView
{
    Q_OBJECT
public:
    explicit JsonView(const Theme &theme, QWidget *parent = nullptr);

    //! False: it is no JSON; the view is empty then.
    bool showJson(const QByteArray &json);
    void clear();
    [[nodiscard]] const JsonModel &json() const { return *m_model; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void unfold(const QModelIndex &parent);
    void copy(bool isPath) const;

    JsonModel *m_model;
    QSet<QString> m_open; //!< paths
    bool m_isFilling = false;
};

} // namespace relay::gui::tap

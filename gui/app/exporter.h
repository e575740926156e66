// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>

namespace relay::gui {

class Workspace;

/*!
 * Takes along what is shown: the rows of the table as CSV or JSON, the chart as a picture or as figures. What the filter
 * hides is not in it. Addresses are masked until somebody wants them whole, and are masked again in the next run.
 */
class Exporter : public QObject
{
    Q_OBJECT
public:
    enum class What { TableCsv, TableJson, ChartPicture, ChartCsv };

    Exporter(Workspace &workspace, QWidget *window);

    [[nodiscard]] QMenu &menu() { return m_menu; }
    void setRelayName(const QString &name) { m_relayName = name; }
    //! Asks for a file and writes it.
    void ask(What what);
    //! Writes it whole or not at all, and tells what came of it.
    bool write(What what, const QString &path);
    void setMasked(bool isMasked) { m_isMasked = isMasked; }
    void retranslate();

Q_SIGNALS:
    void told(const QString &headline, const QString &rest);

private:
    void refresh();
    [[nodiscard]] QByteArray bytes(What what) const;
    [[nodiscard]] QString suggestedName(What what) const;

    Workspace &m_workspace;
    QWidget *m_window;
    QMenu m_menu;
    QAction *m_actions[4];
    QAction *m_whole;
    QString m_relayName;
    bool m_isMasked = true;
};

} // namespace relay::gui

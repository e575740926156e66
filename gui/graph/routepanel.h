// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/graph/graphstyle.h"
#include "gui/graph/healthbook.h"
#include "gui/graph/routegraph.h"
#include "gui/theme/theme.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace relay::gui::graph {

class GraphView;

/*!
 * The route of the selected connection: who publishes to its topic, who else reads it, and the likely culprit when
 * something is wrong. GUI thread.
 */
class RoutePanel : public QWidget
{
    Q_OBJECT
public:
    //! `health`: one that others use as well; none: one of its own.
    RoutePanel(const client::Mirror &mirror, const Theme &theme, QWidget *parent = nullptr,
               HealthBook *health = nullptr);

    [[nodiscard]] quint64 connection() const { return m_connection; }
    [[nodiscard]] HealthBook &health() { return *m_health; }

public Q_SLOTS:
    void showConnection(quint64 id);
    void clear();

Q_SIGNALS:
    //! A box that stands for one connection was chosen.
    void connectionActivated(quint64 id);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void retranslate();
    void applyTheme();
    void schedule();
    void refresh();
    void showRoute(const client::Connection &selected);
    void showHint(const QString &text);
    void updateSentence(const client::Connection &selected);
    [[nodiscard]] Columns columnsFor(const Graph &graph, double width);
    [[nodiscard]] Graph graphOf(const client::Connection &selected) const;

    const client::Mirror &m_mirror;
    const Theme &m_theme;
    HealthBook *m_health = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_unit = nullptr;
    GraphView *m_view = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_hint = nullptr;
    QWidget *m_route = nullptr;
    QStackedLayout *m_stack = nullptr;
    QTimer m_timer;
    QElapsedTimer m_refreshed;
    quint64 m_connection = 0;
};

} // namespace relay::gui::graph

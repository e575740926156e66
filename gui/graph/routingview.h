// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/graph/healthbook.h"
#include "gui/graph/routegraph.h"
#include "gui/theme/theme.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QStackedLayout;

namespace relay::gui::graph {

class ColumnHeads;
class GraphView;
class RoutingLegend;

/*!
 * Each topic with who publishes to it and who reads it, live. What is well is folded, what is in trouble stands
 * alone; a click on a folded box opens its topic, a click on the topic folds it again. GUI thread.
 */
class RoutingView : public QWidget
{
    Q_OBJECT
public:
    //! `health`: one that others use as well; none: one of its own.
    RoutingView(const client::Mirror &mirror, const Theme &theme, QWidget *parent = nullptr,
                HealthBook *health = nullptr);

    //! Which connections are drawn; topics without any are left out. An empty function: all.
    void setMemberFilter(std::function<bool(const client::Connection &, const Health &)> filter);
    //! What is drawn stays; what is filtered or resized meanwhile is drawn anew.
    void setFrozen(bool isFrozen);
    [[nodiscard]] int shownTopics() const { return m_shownTopics; }
    [[nodiscard]] int shownConnections() const { return m_shownConnections; } //!< also those that are folded
    [[nodiscard]] GraphView &view() { return *m_view; }
    [[nodiscard]] HealthBook &health() { return *m_health; }

public Q_SLOTS:
    //! Outlines this connection's box and route and scrolls to it; 0: none.
    void showConnection(quint64 id);
    void clear() { showConnection(0); }
    void refresh();

Q_SIGNALS:
    void shownChanged(); //!< other topics or connections are drawn
    void connectionActivated(quint64 id);
    void topicActivated(const QString &topic);
    void connectionOpened(quint64 id); //!< double click or Return twice: to be inspected

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void retranslate();
    void applyTheme();
    void schedule();
    void activate(const Node &node);
    void zoom(int steps);
    void fit();
    void foldAll();

    const client::Mirror &m_mirror;
    const Theme &m_theme;
    HealthBook *m_health = nullptr;
    ColumnHeads *m_heads = nullptr;
    GraphView *m_view = nullptr;
    RoutingLegend *m_legend = nullptr;
    QLabel *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QStackedLayout *m_stack = nullptr;
    std::function<bool(const client::Connection &, const Health &)> m_members;
    QSet<QString> m_unfolded;
    QTimer m_timer;
    quint64 m_selected = 0;
    int m_shownTopics = 0;
    int m_shownConnections = 0;
    double m_scale = 1;
    bool m_mustReveal = false;
    bool m_isFrozen = false;
};

} // namespace relay::gui::graph

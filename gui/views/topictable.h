// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/topicproxy.h"
#include "gui/views/livetable.h"

namespace relay::gui {

//! The topics, worst first.
class TopicTable : public LiveTable
{
    Q_OBJECT
public:
    TopicTable(TopicProxy &proxy, const Theme &theme, QWidget *parent = nullptr);

    void select(const QString &topic); //!< only this one, and in sight; nothing when the filter hides it
    [[nodiscard]] QStringList selectedTopics() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] static QVector<ColumnSpec> specs();
    void updateBoundary();

    TopicProxy &m_proxy;
};

} // namespace relay::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"
#include "gui/graph/healthbook.h"

#include <QString>
#include <QVector>

#include <optional>

//! Everything that is known of one connection, in words. Pure but for the default locale.
namespace relay::gui::inspect {

struct Fact
{
    QString key; //!< never translated: finds the same fact again
    QString name;
    QString value;
    std::optional<Status> trouble = {}; //!< the figure is the cause of this
    bool isWide = false;                //!< needs a line of its own
};

struct FactGroup
{
    QString title;
    QVector<Fact> facts;
};

//! `now`: ms since the epoch. Facts that this connection has not are left out.
[[nodiscard]] QVector<FactGroup> factsOf(const client::Connection &connection, const graph::Health &health, qint64 now);

//! All of it for the clipboard: one fact a line.
[[nodiscard]] QString asText(const QVector<FactGroup> &groups);

} // namespace relay::gui::inspect

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/happenings.h"

#include <QString>
#include <QVector>

//! How the window says what alerts are about: metrics, figures with their units, sentences. Pure but for the language.
namespace relay::gui::alertwords {

[[nodiscard]] QString metricText(const QString &metric); //!< as it is when it is not known
[[nodiscard]] QString unitText(const QString &metric);
//! As people write it: rates in Mbit/s.
[[nodiscard]] double shownValue(const QString &metric, double value);
[[nodiscard]] double rawValue(const QString &metric, double shown);
[[nodiscard]] QString valueText(const QString &metric, double value);

[[nodiscard]] bool isKnown(const QString &metric);
//! "Slow readers: 7, above 5"
[[nodiscard]] QString raised(const client::AlertRule &rule, double value);
//! "Slow readers: 2, no longer above 5"
[[nodiscard]] QString cleared(const client::AlertRule &rule, double value);

//! What is wrong; in the relay's words when the metric is of a newer one.
[[nodiscard]] QString sentence(const client::AlertRule &rule, const client::ActiveAlert &alert);
//! By the rule that it is of; in the relay's words when there is none.
[[nodiscard]] QString sentence(const QVector<client::AlertRule> &rules, const client::ActiveAlert &alert);

} // namespace relay::gui::alertwords

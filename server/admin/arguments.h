// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace relay::admin {

/*!
 * Reads the arguments of one call. The first mistake is kept and makes all later reads idle, so that a method reads
 * everything, looks at error() once, and only then acts. Unknown names are found by the caller beforehand. Pure.
 */
class Arguments
{
public:
    explicit Arguments(const QJsonObject &params);

    struct Range
    {
        std::int64_t minimum;
        std::int64_t maximum;
    };

    [[nodiscard]] std::int64_t integer(QLatin1String name, Range range, std::optional<std::int64_t> fallback = {});
    [[nodiscard]] QString text(QLatin1String name, qsizetype maxLength, std::optional<QString> fallback = {});
    //! As text(), needed and not empty.
    [[nodiscard]] QString name(QLatin1String name, qsizetype maxLength);
    [[nodiscard]] bool flag(QLatin1String name, bool fallback);
    //! Strings; an absent argument gives an empty list.
    [[nodiscard]] QStringList texts(QLatin1String name, qsizetype maxCount);
    [[nodiscard]] QJsonArray array(QLatin1String name); //!< needed, of anything
    //! Connection ids, at least one.
    [[nodiscard]] std::vector<std::uint64_t> ids(QLatin1String name, qsizetype maxCount);

    [[nodiscard]] bool isList(QLatin1String name) const { return m_params.value(name).isArray(); }
    [[nodiscard]] bool has(QLatin1String name) const { return m_params.contains(name); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    //! The first name in params that is not in `known`.
    [[nodiscard]] static std::optional<Error> findUnknown(const QJsonObject &params, const QStringList &known);

private:
    [[nodiscard]] QJsonValue take(QLatin1String name, bool isNeeded);
    void refuse(QLatin1String name, const QString &expected);

    const QJsonObject &m_params;
    std::optional<Error> m_error;
};

} // namespace relay::admin

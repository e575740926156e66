// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/format.h"

#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <limits>

namespace relay::gui::happening {

/*!
 * Reads what an event is about, and remembers whether something was not there or of another type: then the sentence made of
 * it is not to be shown.
 */
class Facts
{
public:
    explicit Facts(const QJsonObject &data)
        : m_data(data)
    {
    }

    [[nodiscard]] bool areComplete() const { return m_areComplete; }
    [[nodiscard]] bool has(QLatin1String name) const { return m_data.contains(name); }

    [[nodiscard]] double number(QLatin1String name)
    {
        const QJsonValue value = m_data.value(name);
        m_areComplete = m_areComplete && value.isDouble();
        return value.toDouble();
    }
    [[nodiscard]] qint64 whole(QLatin1String name) { return static_cast<qint64>(number(name)); }
    //! For a plural form.
    [[nodiscard]] int count(QLatin1String name)
    {
        return static_cast<int>(std::clamp<qint64>(whole(name), 0, std::numeric_limits<int>::max()));
    }
    [[nodiscard]] QString figure(QLatin1String name) { return format::count(whole(name)); }
    [[nodiscard]] QString id(QLatin1String name) { return QString::number(whole(name)); }
    [[nodiscard]] bool flag(QLatin1String name)
    {
        m_areComplete = m_areComplete && m_data.value(name).isBool();
        return m_data.value(name).toBool();
    }
    [[nodiscard]] QString text(QLatin1String name)
    {
        m_areComplete = m_areComplete && m_data.value(name).isString();
        return m_data.value(name).toString();
    }
    [[nodiscard]] QString name(QLatin1String name) { return format::isolated(text(name)); }
    [[nodiscard]] QString topic() { return format::isolated(format::topic(text(QLatin1String("topic")))); }
    //! What is not known makes the sentence one that is not to be shown.
    void giveUp() { m_areComplete = false; }

private:
    const QJsonObject &m_data;
    bool m_areComplete = true;
};

} // namespace relay::gui::happening

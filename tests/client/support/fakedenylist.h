// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"
#include "common/admin/message.h"
#include "tests/client/support/fakeworld.h"

#include <QMap>

#include <optional>
#include <variant>

namespace relay::tests {

//! The calls about bookings of a made-up relayd.
class FakeDenyList
{
public:
    using Outcome = std::variant<QByteArray, admin::Error>;

    //! No value: it is none of these calls.
    [[nodiscard]] std::optional<Outcome> answer(const admin::Request &request, FakeWorld &world, bool isSecured);

    [[nodiscard]] bool isDenied(const QString &bookingId) const { return m_denied.contains(bookingId); }
    void setError(const QString &text) { m_error = text; } //!< not empty: orders fail with it
    void setDurable(bool isDurable) { m_isDurable = isDurable; }

private:
    struct Entry
    {
        qint64 until = 0;
        QString reason;
    };
    [[nodiscard]] Outcome deny(const QJsonObject &params, FakeWorld &world);
    [[nodiscard]] QByteArray rows() const;

    QMap<QString, Entry> m_denied;
    QString m_error;
    bool m_isDurable = true;
};

} // namespace relay::tests

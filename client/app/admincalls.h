// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"
#include "client/admin/records.h"

#include <QJsonArray>
#include <QVector>

#include <chrono>

namespace relay::client {

/*!
 * An AdminClient for commands: each call waits for its answer in an event loop of its own. Errors end up in
 * errorText(), as a sentence for the user.
 */
class AdminCalls
{
public:
    AdminCalls();
    ~AdminCalls();

    //! False: see errorText().
    [[nodiscard]] bool connectTo(const QString &socketPath);
    //! Nothing on failure.
    [[nodiscard]] std::optional<QJsonObject> call(const QString &method, const QJsonObject &params = {});
    //! All pages of a list, each row as an object by its column names.
    [[nodiscard]] std::optional<QJsonArray> list(const QString &method, const QJsonObject &params);

    [[nodiscard]] const QString &errorText() const { return m_errorText; }
    [[nodiscard]] AdminClient &client() { return m_client; }

private:
    AdminClient m_client;
    QString m_errorText;
};

} // namespace relay::client

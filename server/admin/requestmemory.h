// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <deque>
#include <optional>

#include <sys/types.h>

namespace relay::admin {

/*!
 * Remembers by request key what was answered, so that a client which lost an answer may ask again without anything
 * being done twice. Holds the newest kRemembered keys; a key belongs to one user and one call. One thread.
 */
class RequestMemory
{
public:
    static constexpr std::size_t kRemembered = 256;

    struct Call
    {
        uid_t user = 0;
        QString method;
        QJsonObject params; //!< the member requestKey is the key; without it nothing is remembered
    };
    /*!
     * The answer to use from here on, which also notes what it says. No value: `answer` was called with what is known
     * already, or with a Conflict. Errors are not kept: what failed may be tried again. The result must not outlive this.
     */
    [[nodiscard]] std::optional<Answer> begin(const Call &call, Answer answer);

private:
    struct Entry
    {
        uid_t user = 0;
        QString key;
        QByteArray call;
        QByteArray result; //!< empty: not answered yet
    };
    [[nodiscard]] std::deque<Entry>::iterator find(uid_t user, const QString &key);

    std::deque<Entry> m_entries; //!< the newest last
};

} // namespace relay::admin

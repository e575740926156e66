// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/requestmemory.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace relay::admin {

namespace {

//! Members of a QJsonObject are sorted, so equal calls are equal texts.
QByteArray textOf(const RequestMemory::Call &call)
{
    return call.method.toUtf8() + ' ' + QJsonDocument(call.params).toJson(QJsonDocument::Compact);
}

} // namespace

std::optional<Answer> RequestMemory::begin(const Call &call, Answer answer)
{
    const QString key = call.params.value(QLatin1String("requestKey")).toString();
    if (key.isEmpty())
        return answer;
    const QByteArray text = textOf(call);
    if (const auto known = find(call.user, key); known != m_entries.end()) {
        if (known->call != text)
            answer(Error { ErrorClass::Conflict, QStringLiteral("This requestKey was used for another call.") });
        else if (known->result.isEmpty())
            answer(Error { ErrorClass::Conflict, QStringLiteral("The call with this requestKey is still under way.") });
        else
            answer(QByteArray(known->result)); // not a reference into the list, which may change meanwhile
        return std::nullopt;
    }
    m_entries.push_back({ call.user, key, text, {} });
    if (m_entries.size() > kRemembered)
        m_entries.pop_front();
    return [this, user = call.user, key, answer = std::move(answer)](const Outcome &outcome) {
        if (const auto entry = find(user, key); entry != m_entries.end()) {
            if (const auto *result = std::get_if<QByteArray>(&outcome))
                entry->result = *result;
            else
                m_entries.erase(entry);
        }
        answer(outcome);
    };
}

std::deque<RequestMemory::Entry>::iterator RequestMemory::find(uid_t user, const QString &key)
{
    return std::find_if(m_entries.begin(), m_entries.end(),
                        [&](const Entry &entry) { return entry.user == user && entry.key == key; });
}

} // namespace relay::admin

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/client/support/fakeadminserver.h"

#include <QMap>

namespace relay::tests {

//! The taps of a made-up relayd: opens and closes them, and sends what a test wants to have passed.
class FakeTaps
{
public:
    struct Sent
    {
        QByteArray bytes;
        bool isText = true;
        qint64 at = 1'800'000'000'000;
        quint64 lost = 0;
    };

    explicit FakeTaps(FakeAdminServer &server)
        : m_server(server)
    {
    }

    //! No value: the call is none of these.
    [[nodiscard]] std::optional<FakeDenyList::Outcome> answer(const admin::Request &request);
    void setRefusal(const QString &text) { m_refusal = text; } //!< not empty: taps are not permitted

    [[nodiscard]] const QMap<QString, QJsonObject> &open() const { return m_open; } //!< params of tap.open by tap
    void send(const Sent &message);                                                 //!< to every open tap, in its form
    //! What `send` sends meanwhile goes to the taps of topics of this kind only, by the topics' names.
    void sendWhere(const QString &kind, const std::function<void()> &send);
    void end(const QString &reason); //!< all of them

private:
    FakeAdminServer &m_server;
    QMap<QString, QJsonObject> m_open;
    QString m_refusal;
    quint64 m_number = 0;
    QString m_only; //!< taps of topics with this in their names; empty: all
    [[nodiscard]] bool isMeant(const QJsonObject &params) const;
};

} // namespace relay::tests

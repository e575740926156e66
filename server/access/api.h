// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"
#include "common/token/jwt.h"
#include "server/access/access.h"
#include "server/access/clockwatch.h"

#include <mutex>
#include <variant>

namespace relay::access {

//! What secured mode needs to know beside its lists.
struct Credentials
{
    token::Acceptance acceptance;
    QString audience;  //!< public http(s) base URL of the access calls; whole-string compare
    QByteArray target; //!< public ws(s) base URL of the relay; empty: built from the request's Host
    bool allowsNoBooking = false;
};

//! A request's circumstances that are not in its head.
struct Caller
{
    QHostAddress address;  //!< behind trusted proxies: the forwarded one
    bool isSecure = false; //!< came through TLS, here or at a trusted proxy
};

//! A finished answer in JSON.
struct Answer
{
    int status = 200;
    QByteArray body;              //!< with its newline, where the contract has one
    QByteArray extraHeaders = {}; //!< whole lines with CRLF
    bool isCounted = false;       //!< as a refusal, by a reason of its own
};

//! GET /status: the answer is for those to write who know the connections.
struct StatusWanted
{
};

/*!
 * The access calls over HTTP: POST /session/{id}, /bids/deny, /bids/allow, GET /status. Decides from the head alone;
 * bodies are ignored. Status codes and bodies are the contract's. Each refusal is counted. Any thread.
 */
class Api
{
public:
    Api(Access &access, Credentials credentials);

    //! New secrets, as of SIGHUP: for requests from now on.
    void setCredentials(Credentials credentials);
    [[nodiscard]] Credentials credentials() const;

    //! Whether the path is one of ours; others are not to be given to answer().
    [[nodiscard]] static bool serves(QByteArrayView decodedPath);
    [[nodiscard]] std::variant<Answer, StatusWanted> answer(const http::RequestHead &head, const Caller &caller);

    //! A token that comes with the connection itself, for POST /in/<topic>: checked as for a session, scope `scope`.
    [[nodiscard]] std::variant<Grant, Refusal> grantOf(const http::RequestHead &head, QByteArrayView topic,
                                                       QStringView scope);

    //! Whether a token came along that may see figures: scope relay:stats.
    [[nodiscard]] bool mayLook(const http::RequestHead &head) const;

private:
    struct Call;
    [[nodiscard]] std::variant<Answer, StatusWanted> decide(const http::RequestHead &head, const Caller &caller);
    void warnOfClock(std::int64_t aheadSeconds);
    [[nodiscard]] Answer refuse(Reason reason, Answer answer);
    [[nodiscard]] std::optional<Answer> admit(Call &call);
    [[nodiscard]] Answer session(const Call &call);
    [[nodiscard]] Answer change(const Call &call, bool denies);
    [[nodiscard]] Answer list(const Call &call, bool denied);
    [[nodiscard]] std::variant<Answer, StatusWanted> status(const Call &call);

    Access &m_access;
    mutable std::mutex m_mutex;
    Credentials m_credentials;
    ClockWatch m_clockWatch;
};

} // namespace relay::access

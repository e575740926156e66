// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/body.h"

#include <QStringBuilder>

namespace relay::http {

std::optional<HeadFault> faultOfIngest(const RequestHead &head)
{
    if (const QByteArray coding = head.header("content-encoding"); !coding.isEmpty() && coding.toLower() != "identity")
        return HeadFault {
            415, "The body has the Content-Encoding " + coding + ". Send the MPEG transport stream as it is."
        };
    if (head.count("transfer-encoding") == 0 && head.count("content-length") == 0) {
        return HeadFault {
            411, "The request announces no body. Send it with Transfer-Encoding: chunked or a Content-Length."
        };
    }
    return std::nullopt;
}

std::optional<HeadFault> faultOfExpect(const RequestHead &head)
{
    if (head.count("expect") == 0)
        return std::nullopt;
    const QByteArray expectation = head.header("expect");
    if (head.count("expect") == 1 && expectation.compare("100-continue", Qt::CaseInsensitive) == 0)
        return std::nullopt;
    return HeadFault { 417, "The only expectation that can be met is 100-continue." };
}

// HTTP/1.0 knows no interim responses: such an expectation is to be ignored (RFC 9110, 10.1.1).
bool expectsContinue(const RequestHead &head)
{
    return head.minorVersion >= 1 && head.hasToken("expect", "100-continue");
}

} // namespace relay::http

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/trust.h"

#include <QSslCertificate>

namespace relay::client::session {

QString trust(const QString &path, QSslConfiguration &tls)
{
    if (path.isEmpty())
        return {};
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(path, QSsl::Pem);
    if (certificates.isEmpty())
        return QStringLiteral("there is no certificate in %1").arg(path);
    tls.addCaCertificates(certificates);
    return {};
}

} // namespace relay::client::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/requestkey.h"

#include <QUuid>

namespace relay::client {

QString newRequestKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace relay::client

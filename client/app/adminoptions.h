// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/app/actoptions.h"
#include "client/app/figureoptions.h"

#include <QString>
#include <QStringList>

namespace relay::client {

//! What a call of `relay admin` says, checked as far as it is the same for all actions.
struct AdminOptions
{
    QString socketPath;
    QString filter;
    bool hasFilter = false; //!< was given, perhaps as empty
    QString sort;
    QString reason;
    QString booking;
    qint64 until = 0;     //!< ms since the epoch; 0: not said
    QStringList operands; //!< what follows the action
    int count = 0;
    bool isJson = false;
    ActOptions acts;
    FigureOptions figures;
};

} // namespace relay::client

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/settings.h"
#include "common/log/log.h"
#include "common/topic/kind.h"
#include "server/admin/rolerule.h"
#include "server/app/accessoptions.h"
#include "server/app/endpoint.h"
#include "server/hub/senderchoice.h"
#include "server/tls/context.h"

#include <QByteArrayList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace relay::app {

//! What relayd runs with, all of it checked.
struct Options
{
    std::vector<Endpoint> listen; //!< plain; none: TLS only
    std::optional<Endpoint> tlsListen;
    tls::Files tls;      //!< of the TLS listener
    bool isOpen = false; //!< --open: serves everybody on any address
    QByteArrayList allowedOrigins;
    int workers = 1;
    int spreadReaders = 0; //!< of one topic; 0: never
    hub::SenderChoice sender = hub::SenderChoice::Auto;
    quint64 maxMessage = 0; //!< bytes
    quint64 queueBytes = 0; //!< per reader
    qint64 queueAgeMs = 0;
    std::size_t instantStart = 0;       //!< bytes of a group of pictures kept for new viewers; 0: none
    int unsentLimit = 0;                //!< bytes the kernel may hold unsent for one connection; 0: it decides
    std::vector<topic::KindRule> kinds; //!< of topics, first match wins
    bool endsSlowReaders = false;       //!< of data, instead of dropping messages
    qint64 pingEveryMs = 0;
    qint64 deadAfterMs = 0;
    int maxConnections = 0; //!< 0: as many as the descriptor limit allows
    QString adminSocket;
    std::vector<admin::RoleRule> adminRoles; //!< beside the usual ones
    QByteArrayList taps;                     //!< patterns of topics that may be tapped; none: taps are off
    AccessOptions access;
    log::Level logLevel = log::Level::Info;
    log::Form logForm = log::Form::Text;
    QString logFile;                      //!< empty: stderr
    bool hasFile = false;                 //!< a configuration file was read
    QList<config::Settings::Shown> shown; //!< all options, for operators
    QMap<QString, QStringList> fixed;     //!< as written, by name: what holds until relayd ends
};

//! Reads flags, environment and file, and starts the log as they say.
[[nodiscard]] std::variant<Options, config::Exit> readOptions(const QStringList &arguments);
//! Likewise for a relayd that runs: the log goes on as it is.
[[nodiscard]] std::variant<Options, config::Exit> readOptionsAgain(const QStringList &arguments);

} // namespace relay::app

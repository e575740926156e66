// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/equipment.h"
#include "client/host/listener.h"
#include "client/host/outlet.h"
#include "common/config/option.h"
#include "common/config/settings.h"

#include <QProcessEnvironment>

#include <optional>
#include <variant>

namespace relay::client::host {

struct HostOptions
{
    ListenerOptions listener;
    OutletOptions outlets;
    EquipmentPlan equipment;
    QString rulesFile;              //!< empty: rules are forgotten at the end
    std::optional<Destination> api; //!< the connection by which the host is steered from afar
    QStringList warnings;
    bool isJson = false;
    bool isQuiet = false;
};

[[nodiscard]] config::OptionTable hostTable();

[[nodiscard]] std::variant<HostOptions, config::Exit> readHostOptions(const QStringList &words,
                                                                      const QProcessEnvironment &environment);

} // namespace relay::client::host

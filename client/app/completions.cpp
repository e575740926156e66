// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/completions.h"

#include "client/file/fileoptions.h"
#include "client/host/hostoptions.h"
#include "client/monitor/monitortable.h"
#include "client/pipe/pipeoptions.h"
#include "client/shell/shelloptions.h"
#include "client/token/tokentable.h"

namespace relay::client {

config::CompletedCommand sendCompletion()
{
    return { {}, pipe::pipeTable(pipe::Direction::Send) };
}

config::CompletedCommand watchCompletion()
{
    return { {}, pipe::pipeTable(pipe::Direction::Watch) };
}

config::CompletedCommand hostCompletion()
{
    return { {}, host::hostTable() };
}

config::CompletedCommand fileCompletion()
{
    return { {}, file::fileTable() };
}

config::CompletedCommand clientCompletion()
{
    return { {}, file::fileTable(), { u"file"_qs } };
}

config::CompletedCommand monitorCompletion()
{
    return { {}, monitor::monitorTable() };
}

config::CompletedCommand shellCompletion()
{
    using shell::Side;
    return { {},
             config::merged(shell::shellTable(Side::Host), shell::shellTable(Side::Client)),
             { u"host"_qs, u"client"_qs } };
}

config::CompletedCommand tokenCompletion()
{
    using token::Purpose;
    config::OptionTable table = token::tokenTable(Purpose::Session);
    for (const Purpose purpose : { Purpose::Stats, Purpose::Admin, Purpose::Status, Purpose::Jump })
        table = config::merged(std::move(table), token::tokenTable(purpose));
    return { {}, std::move(table) };
}

} // namespace relay::client

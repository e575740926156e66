// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session/session.h"
#include "common/config/settings.h"

#include <QProcessEnvironment>

#include <variant>

//! relay send and relay watch: a topic at either end of a shell's pipe.
namespace relay::client::pipe {

enum class Direction { Send, Watch };

//! How bytes of the pipe become messages.
enum class Form {
    Auto,   //!< the first bytes decide
    Lines,  //!< a line is a text message
    Binary, //!< what is read at once is a binary message
    Ts,     //!< whole packets of an MPEG transport stream
};

struct PipeOptions
{
    session::Target target;
    session::SessionOptions session;
    Form form = Form::Auto;
    qint64 count = 0; //!< messages to watch, then end; 0: no end
    bool isJson = false;
    bool isQuiet = false;
};

[[nodiscard]] config::OptionTable pipeTable(Direction direction);

[[nodiscard]] std::variant<PipeOptions, config::Exit> readPipeOptions(Direction direction, const QStringList &words,
                                                                      const QProcessEnvironment &environment);

//! "demo" as the address of a topic on a server: its /in or its /out. What is an address already stays one. Pure.
[[nodiscard]] QString urlOf(Direction direction, const QString &text, const QString &server);

} // namespace relay::client::pipe

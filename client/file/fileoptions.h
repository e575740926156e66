// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/file/recorder.h"
#include "client/file/script.h"
#include "client/session/session.h"
#include "common/config/settings.h"

#include <variant>

namespace relay::client::file {

struct FileOptions
{
    session::Target target;
    session::SessionOptions session;
    bool records = true;
    QString log; //!< path; empty or "-": standard output
    Mode mode = Mode::Text;
    Script script; //!< of a play file or a recording; empty: it only records
    bool plays = false;
    int startAfterMs = 1000; //!< of the first connection
    bool isJson = false;
    bool isQuiet = false;
};

[[nodiscard]] config::OptionTable fileTable();

//! Reads words and environment, and the play file. Exit also for --check-only, with what is wrong in the file.
[[nodiscard]] std::variant<FileOptions, config::Exit> readFileOptions(const QStringList &words,
                                                                      const QProcessEnvironment &environment);

} // namespace relay::client::file

# SPDX-License-Identifier: GPL-3.0-or-later
# relay_npm_ci(FROM folder INTO folder ADVICE text): the packages that folder/package-lock.json pins, in INTO/node_modules.
# Runs at configure time, outside the source tree, and again only when the lock changes. Nothing that a package brings is
# run. Stops the configuration with ADVICE when npm or its registry is out of reach.
function(relay_npm_ci)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "FROM;INTO;ADVICE" "")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${arg_FROM}/package-lock.json")
    file(SHA256 "${arg_FROM}/package-lock.json" wanted)
    set(stamp "${arg_INTO}/node_modules/.relay-lock")
    if(EXISTS "${stamp}")
        file(READ "${stamp}" installed)
        if(installed STREQUAL wanted)
            return()
        endif()
    endif()
    find_program(RELAY_NPM npm DOC "npm, which fetches what the web pages are built with")
    if(NOT RELAY_NPM)
        message(FATAL_ERROR "npm is not installed (Debian: apt-get install npm). ${arg_ADVICE}")
    endif()
    file(MAKE_DIRECTORY "${arg_INTO}")
    file(COPY "${arg_FROM}/package.json" "${arg_FROM}/package-lock.json" DESTINATION "${arg_INTO}")
    message(STATUS "Fetching npm packages for ${arg_FROM}")
    execute_process(COMMAND "${RELAY_NPM}" ci --ignore-scripts --no-audit --no-fund --loglevel=error
        --fetch-retries=2 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=5000
        WORKING_DIRECTORY "${arg_INTO}" RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(failed)
        message(FATAL_ERROR "npm could not fetch the packages that ${arg_FROM}/package-lock.json names:\n${said}\n${arg_ADVICE}")
    endif()
    file(WRITE "${stamp}" "${wanted}")
endfunction()

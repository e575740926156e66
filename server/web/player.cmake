# SPDX-License-Identifier: GPL-3.0-or-later
# RELAY_PLAYER_FILE: the module that /watch imports as jsmpeg.js.
if(NOT RELAY_WEB_PLAYER)
    set(RELAY_PLAYER_FILE "${CMAKE_SOURCE_DIR}/resources/web/script/noplayer.js")
    return()
endif()

include("${CMAKE_SOURCE_DIR}/cmake/RelayNpm.cmake")
relay_npm_ci(FROM "${CMAKE_SOURCE_DIR}/resources/web" INTO "${CMAKE_BINARY_DIR}/npm/web"
    ADVICE "The video player of /watch is built in from npm. Configure with -DRELAY_WEB_PLAYER=OFF to build relayd without it.")

set(player "${CMAKE_BINARY_DIR}/npm/web/node_modules/@cycjimmy/jsmpeg-player")
file(READ "${player}/dist/jsmpeg-player.esm.js" code)
file(READ "${player}/LICENSE" licence)
# On import the package adds a style element for controls that our page does not use. The Content-Security-Policy
# refuses inline styles, so each visitor's console would show a violation.
string(REPLACE "\nstyleInject(css_248z);" "" quiet "${code}")
if(quiet STREQUAL code)
    message(FATAL_ERROR "The jsmpeg-player package no longer adds its style where server/web/player.cmake expects it.")
endif()
set(RELAY_PLAYER_FILE "${CMAKE_CURRENT_BINARY_DIR}/jsmpeg.js")
file(CONFIGURE OUTPUT "${RELAY_PLAYER_FILE}" CONTENT "/*! jsmpeg-player, built in unchanged but for its style element.\n\n${licence}*/\n@quiet@" @ONLY)

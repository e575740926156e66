# SPDX-License-Identifier: GPL-3.0-or-later
# RELAY_JSMPEG_FILE, RELAY_MPEGTS_FILE: the modules jsmpeg.js (MPEG-1, MP2) and mpegts.js (H.264) that /watch imports.
if(NOT RELAY_WEB_PLAYER)
    set(RELAY_JSMPEG_FILE "${CMAKE_SOURCE_DIR}/resources/web/script/noplayer.js")
    set(RELAY_MPEGTS_FILE "${RELAY_JSMPEG_FILE}")
    return()
endif()

include("${CMAKE_SOURCE_DIR}/cmake/RelayNpm.cmake")
relay_npm_ci(FROM "${CMAKE_SOURCE_DIR}/resources/web" INTO "${CMAKE_BINARY_DIR}/npm/web"
    ADVICE "The video players of /watch are built in from npm. Configure with -DRELAY_WEB_PLAYER=OFF to build relayd without them.")

set(player "${CMAKE_BINARY_DIR}/npm/web/node_modules/@cycjimmy/jsmpeg-player")
file(READ "${player}/dist/jsmpeg-player.esm.js" code)
file(READ "${player}/LICENSE" licence)
# On import the package adds a style element for controls that our page does not use. The Content-Security-Policy
# refuses inline styles, so each visitor's console would show a violation.
string(REPLACE "\nstyleInject(css_248z);" "" quiet "${code}")
if(quiet STREQUAL code)
    message(FATAL_ERROR "The jsmpeg-player package no longer adds its style where server/web/player.cmake expects it.")
endif()
set(RELAY_JSMPEG_FILE "${CMAKE_CURRENT_BINARY_DIR}/jsmpeg.js")
file(CONFIGURE OUTPUT "${RELAY_JSMPEG_FILE}" CONTENT "/*! jsmpeg-player, built in unchanged but for its style element.\n\n${licence}*/\n@quiet@" @ONLY)

# A script of the old kind: it gets what it expects around it and becomes a module. In a module it would look for the
# global object by making a function out of text, which the Content-Security-Policy refuses.
set(player "${CMAKE_BINARY_DIR}/npm/web/node_modules/mpegts.js")
file(READ "${player}/dist/mpegts.js" code)
file(READ "${player}/LICENSE" licence)
file(READ "${CMAKE_BINARY_DIR}/npm/web/node_modules/es6-promise/LICENSE" of_part)
string(APPEND licence "\nes6-promise, which is in it:\n\n${of_part}")
string(REPLACE "new Function(\"return this\")()" "globalThis" quiet "${code}")
if(quiet STREQUAL code)
    message(FATAL_ERROR "The mpegts.js package no longer looks for the global object where server/web/player.cmake expects it.")
endif()
string(REPLACE "//# sourceMappingURL=mpegts.js.map" "" quiet "${quiet}")
set(RELAY_MPEGTS_FILE "${CMAKE_CURRENT_BINARY_DIR}/mpegts.js")
file(CONFIGURE OUTPUT "${RELAY_MPEGTS_FILE}" @ONLY CONTENT
    "/*! mpegts.js, built in unchanged but for its way to the global object.\n\n${licence}*/\nconst module = { exports: {} };\nconst exports = module.exports;\n@quiet@\nexport default module.exports.default ?? module.exports;\n")

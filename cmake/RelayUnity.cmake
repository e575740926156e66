# SPDX-License-Identifier: GPL-3.0-or-later
# Unity builds: the sources of a folder are compiled several at a time, as most of a compiler's time goes into headers that
# all of them include. A build from scratch takes half as long. Off in the dev preset, where a change compiles its source
# only. Sources then share their anonymous namespaces: whose names meet those of a neighbour is compiled alone.
option(RELAY_UNITY "Compile the sources of a folder several at a time" OFF)

set(relay_alone
    client/admin/mirror.cpp
    client/app/adminfigures.cpp
    client/app/shellcommand.cpp
    client/feed/supervisor.cpp
    client/monitor/monitorview.cpp
    client/shell/shellhost.cpp
    common/config/message.cpp
    common/ws/frameparser.cpp
    common/ws/utf8.cpp
    gui/chart/throughputplot.cpp
    gui/connect/sshwords.cpp
    gui/dialogs/sheet.cpp
    gui/dialogs/targetlist.cpp
    gui/models/recordfields.cpp
    server/access/accessdenials.cpp
    server/access/barrier.cpp
    server/app/serverreload.cpp
    server/hub/sealedhub.cpp
    server/shell/serviceevents.cpp
    server/stats/ledger.cpp)

# relay_compile_together(TARGET SOURCE...)
function(relay_compile_together target)
    if(NOT RELAY_UNITY)
        return()
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    # It takes every source for a header here.
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
    cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${CMAKE_SOURCE_DIR}" OUTPUT_VARIABLE folder)
    foreach(source IN LISTS ARGN)
        if("${folder}/${source}" IN_LIST relay_alone)
            set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
        endif()
    endforeach()
endfunction()

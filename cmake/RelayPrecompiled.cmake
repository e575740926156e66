# SPDX-License-Identifier: GPL-3.0-or-later
# Precompiled headers: what nearly every source includes of Qt and of the standard library, compiled once for many
# targets. They halve the time of a build from scratch. Off in the dev preset, where each source has to name what it uses.
option(RELAY_PRECOMPILED "Share precompiled headers of Qt and the standard library" ON)

set(relay_std_headers <algorithm> <array> <chrono> <cmath> <cstdint> <functional> <memory> <optional> <span> <string>
    <unordered_map> <utility> <variant> <vector>)
set(relay_core_headers ${relay_std_headers} <QByteArray> <QCoreApplication> <QDateTime> <QHash> <QJsonArray> <QJsonDocument>
    <QJsonObject> <QLocale> <QLoggingCategory> <QObject> <QSet> <QString> <QStringBuilder> <QStringList> <QTimer> <QVariant> <QVector>)
set(relay_widgets_headers ${relay_core_headers} <QApplication> <QBoxLayout> <QEvent> <QLabel> <QMouseEvent> <QPainter>
    <QPainterPath> <QStyle> <QToolButton> <QWidget>)

# relay_precompiled(NAME HEADERS ... DEPENDS ... [OPTIONS ...]): a target whose precompiled header others reuse.
function(relay_precompiled name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;DEPENDS;OPTIONS")
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/precompiled/${name}.cpp" CONTENT "// Carries a precompiled header.\n")
    add_library(${name} OBJECT EXCLUDE_FROM_ALL "${CMAKE_BINARY_DIR}/precompiled/${name}.cpp")
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    target_link_libraries(${name} PRIVATE relay_options ${arg_DEPENDS})
    target_compile_options(${name} PRIVATE ${arg_OPTIONS})
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

# relay_use_precompiled(TARGET NAME|none)
function(relay_use_precompiled target name)
    if(RELAY_PRECOMPILED AND NOT name STREQUAL none)
        target_precompile_headers(${target} REUSE_FROM ${name})
    endif()
endfunction()

# What QtTest includes depends on the modules of Qt that a test links, directly or not: each set of them has its header.
set(relay_test_modules Network Widgets)

# relay_modules_of(OUT TARGET...): those of relay_test_modules that the targets bring along when they are compiled with
# (not what they only link: those names are no targets, but expressions).
function(relay_modules_of out)
    set(todo ${ARGN})
    set(seen)
    set(modules)
    while(todo)
        list(POP_FRONT todo target)
        if(target IN_LIST seen OR NOT TARGET "${target}")
            continue()
        endif()
        list(APPEND seen "${target}")
        if(target MATCHES "^Qt6::(.*)$")
            list(APPEND modules ${CMAKE_MATCH_1})
        endif()
        get_target_property(further "${target}" INTERFACE_LINK_LIBRARIES)
        if(further)
            list(APPEND todo ${further})
        endif()
    endwhile()
    set(found)
    foreach(module IN LISTS relay_test_modules)
        if(module IN_LIST modules)
            list(APPEND found ${module})
        endif()
    endforeach()
    set(${out} ${found} PARENT_SCOPE)
endfunction()

# relay_precompiled_tests(OPTIONS ...): a header with QtTest for each set of modules.
function(relay_precompiled_tests)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "OPTIONS")
    relay_precompiled(relay_pch_test HEADERS ${relay_core_headers} <QTest> DEPENDS Qt6::Test OPTIONS ${arg_OPTIONS})
    relay_precompiled(relay_pch_test_network HEADERS ${relay_core_headers} <QTest>
        DEPENDS Qt6::Test Qt6::Network OPTIONS ${arg_OPTIONS})
    if(RELAY_GUI)
        relay_precompiled(relay_pch_test_widgets HEADERS ${relay_widgets_headers} <QTest>
            DEPENDS Qt6::Test Qt6::Widgets OPTIONS ${arg_OPTIONS})
        relay_precompiled(relay_pch_test_network_widgets HEADERS ${relay_widgets_headers} <QTest>
            DEPENDS Qt6::Test Qt6::Network Qt6::Widgets OPTIONS ${arg_OPTIONS})
    endif()
endfunction()

# For a test.
function(relay_use_precompiled_tests target)
    get_target_property(linked ${target} LINK_LIBRARIES)
    relay_modules_of(modules ${linked})
    list(PREPEND modules relay_pch_test)
    list(JOIN modules "_" name)
    string(TOLOWER "${name}" name)
    relay_use_precompiled(${target} ${name})
endfunction()

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

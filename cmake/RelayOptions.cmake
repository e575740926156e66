# SPDX-License-Identifier: GPL-3.0-or-later
# relay_options: what every target of the project is compiled with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

add_library(relay_options INTERFACE)
# One include root: a path in an #include names the folder, and so the target, that it needs.
target_include_directories(relay_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(relay_options INTERFACE
    QT_NO_KEYWORDS
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CONTEXTLESS_CONNECT
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    RELAY_VERSION="${PROJECT_VERSION}")
target_compile_options(relay_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor)
if(RELAY_WERROR)
    target_compile_options(relay_options INTERFACE -Werror)
endif()
if(RELAY_SANITIZE)
    target_compile_options(relay_options INTERFACE
        -fsanitize=${RELAY_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(relay_options INTERFACE -fsanitize=${RELAY_SANITIZE})
endif()
if(RELAY_FUZZ)
    # Libraries tell the fuzzer which branches an input reaches; its main() comes in relay_add_fuzz only.
    target_compile_options(relay_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(relay_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

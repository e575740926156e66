# SPDX-License-Identifier: GPL-3.0-or-later
set(relay_precompiled_here relay_pch_core)

# AUTOMOC reads all files of a target twice in each build and compiles a source of its own for it, which for some 200
# targets takes minutes. So it is switched off where no file needs moc, and a test, whose class is in its own source, has
# moc called for just that. Whoever adds the first Q_OBJECT to a folder, or a class to a test, runs cmake again.
set(relay_moc_words "Q_OBJECT|Q_GADGET|Q_NAMESPACE")

# Without AUTOMOC, where nothing in the folder needs it.
function(relay_automoc_as_needed target)
    file(GLOB files "${CMAKE_CURRENT_SOURCE_DIR}/*.h" "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    foreach(file IN LISTS files)
        file(STRINGS "${file}" found REGEX "${relay_moc_words}" LIMIT_COUNT 1)
        if(found)
            return()
        endif()
    endforeach()
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
endfunction()

# Calls moc for the classes of these files: for a source the file that it includes at its end, for a header a source.
function(relay_moc_for target)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/${target}_moc")
    foreach(file IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
        file(STRINGS "${file}" found REGEX "${relay_moc_words}" LIMIT_COUNT 1)
        if(NOT found)
            continue()
        endif()
        cmake_path(GET file STEM LAST_ONLY stem)
        set(made "${folder}/${stem}.moc")
        if(file MATCHES "[.]h$")
            set(made "${folder}/moc_${stem}.cpp")
        endif()
        add_custom_command(OUTPUT "${made}" COMMAND Qt6::moc -o "${made}" "${file}" DEPENDS "${file}" VERBATIM)
        target_sources(${target} PRIVATE "${made}")
    endforeach()
    file(MAKE_DIRECTORY "${folder}")
    target_include_directories(${target} PRIVATE "${folder}")
endfunction()

# relay_add_library(NAME SOURCES ... [DEPENDS ...] [PRIVATE_DEPENDS ...] [PRECOMPILED target|none])
# One call per folder: the folder is the target. DEPENDS are other folders' targets and libraries
# that the public headers need, PRIVATE_DEPENDS those that only the sources need. PRECOMPILED names the headers that are
# compiled for it beforehand; without it those of Qt Core, or what the folder says in relay_precompiled_here.
function(relay_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PRECOMPILED" "SOURCES;DEPENDS;PRIVATE_DEPENDS")
    if(NOT arg_PRECOMPILED)
        set(arg_PRECOMPILED ${relay_precompiled_here})
    endif()
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC relay_options ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS})
    relay_automoc_as_needed(${name})
    relay_use_precompiled(${name} ${arg_PRECOMPILED})
    relay_compile_together(${name} ${arg_SOURCES})
endfunction()

# relay_add_program(NAME SOURCES ... DEPENDS ...): a program that is built into bin/ and installed.
function(relay_add_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE relay_options ${arg_DEPENDS})
    relay_automoc_as_needed(${name})
    install(TARGETS ${name} RUNTIME)
endfunction()

# What all tests have in common: no display, where the programs are, and more time under a sanitizer.
set(relay_test_environment
    "QT_QPA_PLATFORM=offscreen"
    "RELAYD=${CMAKE_BINARY_DIR}/bin/relayd"
    "RELAY=${CMAKE_BINARY_DIR}/bin/relay"
    "RELAY_DASHBOARD=${CMAKE_BINARY_DIR}/bin/relay-dashboard"
    "RELAY_SOURCE_DIR=${CMAKE_SOURCE_DIR}"
    "RELAY_BINARY_DIR=${CMAKE_BINARY_DIR}")
set(relay_test_slowness 1)
if(RELAY_SANITIZE)
    set(relay_test_slowness 4)
    list(APPEND relay_test_environment
        "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1"
        "UBSAN_OPTIONS=print_stacktrace=1"
        "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0"
        "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/races.supp:history_size=4")
endif()
list(APPEND relay_test_environment "RELAY_TEST_SLOWNESS=${relay_test_slowness}")

# Tests are built often and run once: their own code is not optimized. Paths of a test's own in macros would keep it from
# sharing a precompiled header.
set(relay_test_options -O0 -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)

# Hundreds of them are linked: by the quickest linker that is there. Debian's binutils bring gold.
include(CheckLinkerFlag)
set(relay_test_linker)
foreach(linker mold lld gold)
    check_linker_flag(CXX "-fuse-ld=${linker}" relay_links_with_${linker})
    if(relay_links_with_${linker})
        set(relay_test_linker "-fuse-ld=${linker}")
        break()
    endif()
endforeach()

# relay_add_test(NAME SOURCES ... DEPENDS ... [LABELS ...] [TIMEOUT s] [ENVIRONMENT ...])
# A QtTest executable, one per class.
function(relay_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;DEPENDS;LABELS;ENVIRONMENT")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    if(NOT arg_LABELS)
        set(arg_LABELS unit)
    endif()
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE relay_options Qt6::Test ${arg_DEPENDS})
    target_compile_options(${name} PRIVATE ${relay_test_options})
    target_link_options(${name} PRIVATE ${relay_test_linker})
    relay_moc_for(${name} ${arg_SOURCES})
    # At the end, when everything that it links is there.
    cmake_language(EVAL CODE "cmake_language(DEFER DIRECTORY [[${CMAKE_SOURCE_DIR}/tests]] CALL relay_use_precompiled_tests ${name})")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    add_test(NAME ${name} COMMAND ${name})
    math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * ${relay_test_slowness}")
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "${relay_test_environment};${arg_ENVIRONMENT}")
endfunction()

# relay_add_e2e(NAME SCRIPT file.py [LABELS ...] [TIMEOUT s] [ARGUMENTS ...])
# A python3 script against the built programs, which it finds in RELAYD, RELAY and RELAY_DASHBOARD.
# It imports tests/support/relay_e2e.py. Exit 77 means "cannot run here"; the script has said why.
function(relay_add_e2e name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "SCRIPT;TIMEOUT" "LABELS;ARGUMENTS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    if(NOT arg_LABELS)
        set(arg_LABELS e2e)
    endif()
    # Debian's own python3, for which python3-websockets is packaged.
    find_program(RELAY_PYTHON3 python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
    add_test(NAME ${name} COMMAND "${RELAY_PYTHON3}" "${CMAKE_CURRENT_SOURCE_DIR}/${arg_SCRIPT}" ${arg_ARGUMENTS})
    math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * ${relay_test_slowness}")
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}" SKIP_RETURN_CODE 77
        ENVIRONMENT "${relay_test_environment};PYTHONPATH=${CMAKE_SOURCE_DIR}/tests/support;PYTHONDONTWRITEBYTECODE=1")
endfunction()

# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts in place besides the programs, which relay_add_program installs, and the dashboard's icon,
# which gui/ does. Pages, icons and translations are compiled into the programs.
include(GNUInstallDirs)

if(RELAY_GUI)
    install(FILES "${CMAKE_SOURCE_DIR}/packaging/relay-dashboard.desktop"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
endif()
# A unit of systemd is written when it is installed: only then is it known where the programs go.
function(relay_install_unit name)
    install(CODE "
        set(RELAY_BINDIR \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
        configure_file(\"${CMAKE_SOURCE_DIR}/packaging/${name}.in\" \"${CMAKE_BINARY_DIR}/packaging/${name}\" @ONLY)
        file(INSTALL \"${CMAKE_BINARY_DIR}/packaging/${name}\" DESTINATION \"\${CMAKE_INSTALL_PREFIX}/lib/systemd/system\")")
endfunction()

# What bash offers behind a program's name, which the program tells when it is installed.
function(relay_install_completion program)
    install(CODE "
        execute_process(COMMAND \"$<TARGET_FILE:${program}>\" completion bash COMMAND_ERROR_IS_FATAL ANY
            OUTPUT_FILE \"${CMAKE_BINARY_DIR}/packaging/${program}.bash\")
        file(INSTALL \"${CMAKE_BINARY_DIR}/packaging/${program}.bash\" RENAME ${program}
            DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/bash-completion/completions\")")
endfunction()

if(RELAY_CLIENT)
    relay_install_unit(relay-host@.service)
    relay_install_unit(relay-monitor.service)
    relay_install_unit(relay-shell-host@.service)
    install(FILES "${CMAKE_SOURCE_DIR}/packaging/relay-host.sysusers" DESTINATION lib/sysusers.d RENAME relay-host.conf)
    relay_install_completion(relay)
endif()
if(RELAY_SERVER)
    relay_install_unit(relay.service)
    relay_install_completion(relayd)
    install(FILES "${CMAKE_SOURCE_DIR}/packaging/relay.sysusers" DESTINATION lib/sysusers.d RENAME relay.conf)
    install(FILES "${CMAKE_SOURCE_DIR}/packaging/relay.conf" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
endif()
install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

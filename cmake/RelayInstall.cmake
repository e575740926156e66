# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts in place besides the programs, which relay_add_program installs, and the dashboard's icon,
# which gui/ does. Pages, icons and translations are compiled into the programs.
include(GNUInstallDirs)

if(RELAY_GUI)
    install(FILES "${CMAKE_SOURCE_DIR}/packaging/relay-dashboard.desktop"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
endif()
install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

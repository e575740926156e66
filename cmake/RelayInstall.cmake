# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts in place besides the programs, which relay_add_program installs: the dashboard's icon
# and menu entry, the licence. The pages and icons themselves are compiled into the programs.
include(GNUInstallDirs)

if(RELAY_GUI)
    install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/relay.svg"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" RENAME relay-dashboard.svg)
    install(FILES "${CMAKE_SOURCE_DIR}/packaging/relay-dashboard.desktop"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
endif()
install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

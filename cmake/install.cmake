# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# meldroute::meldroute is all rooms. What is installed: libraries, headers, rules, and what
# find_package(meldroute) reads.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

add_library(meldroute_all INTERFACE)
add_library(meldroute::meldroute ALIAS meldroute_all)
set_target_properties(meldroute_all PROPERTIES EXPORT_NAME meldroute)
list(TRANSFORM meldroute_rooms PREPEND meldroute:: OUTPUT_VARIABLE meldroute_names)
target_link_libraries(meldroute_all INTERFACE ${meldroute_names})
file(GLOB meldroute_top_headers CONFIGURE_DEPENDS include/meldroute/*.hpp)
meldroute_headers(meldroute_all INTERFACE ${meldroute_top_headers})

list(TRANSFORM meldroute_rooms PREPEND meldroute_ OUTPUT_VARIABLE meldroute_targets)
install(TARGETS ${meldroute_targets} meldroute_all EXPORT meldrouteTargets FILE_SET HEADERS)

set(meldroute_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/meldroute)
configure_package_config_file(cmake/meldrouteConfig.cmake.in meldrouteConfig.cmake
    INSTALL_DESTINATION ${meldroute_package_dir} NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor version may change anything.
write_basic_package_version_file(meldrouteConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT meldrouteTargets NAMESPACE meldroute:: DESTINATION ${meldroute_package_dir})
install(FILES
    ${CMAKE_CURRENT_BINARY_DIR}/meldrouteConfig.cmake
    ${CMAKE_CURRENT_BINARY_DIR}/meldrouteConfigVersion.cmake
    DESTINATION ${meldroute_package_dir})
install(DIRECTORY rules DESTINATION ${CMAKE_INSTALL_DATADIR}/meldroute)
install(DIRECTORY examples/reports examples/routes DESTINATION ${CMAKE_INSTALL_DATADIR}/meldroute/examples)

# SPDX-License-Identifier: BSL-1.0
# What `cmake --install` lays down, and how other projects find it.
#
# The headers are the same on every machine, so their package files live under share/ and fit every
# architecture. What is compiled has a package of its own beside the library that it describes.

include(CMakePackageConfigHelpers)

set(eczscore_share ${CMAKE_INSTALL_DATADIR}/cmake/eczscore)
install(TARGETS eczscore EXPORT eczscoreTargets FILE_SET HEADERS)
install(EXPORT eczscoreTargets NAMESPACE eczscore:: DESTINATION ${eczscore_share})

# eczscore::stats and eczscore::trial: components of their own, because they ask for Boost.
# eczscore::report: component `report`, because it asks for tl::expected, too.
foreach(component IN ITEMS stats trial report)
    if(TARGET eczscore_${component})
        install(TARGETS eczscore_${component} EXPORT eczscore-${component}-targets FILE_SET HEADERS)
        install(EXPORT eczscore-${component}-targets NAMESPACE eczscore:: DESTINATION ${eczscore_share})
    endif()
endforeach()

configure_package_config_file(
    cmake/eczscore-config.cmake.in ${PROJECT_BINARY_DIR}/eczscore-config.cmake
    INSTALL_DESTINATION ${eczscore_share}
    NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(
    ${PROJECT_BINARY_DIR}/eczscore-config-version.cmake
    COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(
    FILES ${PROJECT_BINARY_DIR}/eczscore-config.cmake
          ${PROJECT_BINARY_DIR}/eczscore-config-version.cmake
    DESTINATION ${eczscore_share})

configure_file(cmake/eczscore.pc.in ${PROJECT_BINARY_DIR}/eczscore.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/eczscore.pc DESTINATION ${CMAKE_INSTALL_DATADIR}/pkgconfig)

# The compiled components, each found through a package of its own.
foreach(component IN ITEMS kernels stats_compiled table)
    if(NOT TARGET eczscore_${component} OR
            (component STREQUAL "table" AND NOT (ECZSCORE_REPORT OR ECZSCORE_CLI)))
        continue()
    endif()
    set(package eczscore-${component})
    set(folder ${CMAKE_INSTALL_LIBDIR}/cmake/${package})
    if(component STREQUAL "table")
        install(TARGETS eczscore_table EXPORT ${package}-targets ARCHIVE FILE_SET HEADERS)
    else()
        install(TARGETS eczscore_${component} EXPORT ${package}-targets ARCHIVE)
    endif()
    install(EXPORT ${package}-targets NAMESPACE eczscore:: DESTINATION ${folder})
    configure_file(cmake/${package}-config.cmake.in ${PROJECT_BINARY_DIR}/${package}-config.cmake @ONLY)
    write_basic_package_version_file(
        ${PROJECT_BINARY_DIR}/${package}-config-version.cmake
        COMPATIBILITY ExactVersion)
    install(
        FILES ${PROJECT_BINARY_DIR}/${package}-config.cmake
              ${PROJECT_BINARY_DIR}/${package}-config-version.cmake
        DESTINATION ${folder})
endforeach()

if(TARGET eczscore_cli)
    install(TARGETS eczscore_cli RUNTIME)
    install(FILES src/cli/eczscore.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
    install(FILES src/cli/completions/eczscore.bash RENAME eczscore OPTIONAL
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
    install(FILES src/cli/completions/_eczscore OPTIONAL
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
    install(FILES src/cli/completions/eczscore.fish OPTIONAL
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)

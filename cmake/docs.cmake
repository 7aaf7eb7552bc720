# SPDX-License-Identifier: BSL-1.0
# The target docs: the reference, made by Doxygen; any warning fails it.

find_package(Doxygen)
if(NOT DOXYGEN_FOUND)
    message(FATAL_ERROR "Doxygen not found: install the Debian package doxygen, or turn ECZSCORE_DOCS off")
endif()

configure_file(docs/Doxyfile.in ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
add_custom_target(docs
    COMMAND Doxygen::doxygen ${PROJECT_BINARY_DIR}/Doxyfile
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    COMMENT "Reference documentation in ${PROJECT_BINARY_DIR}/html"
    VERBATIM)

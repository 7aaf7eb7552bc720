# SPDX-License-Identifier: BSL-1.0
# The target docs: the reference, made by Doxygen; any warning fails it.

find_package(Doxygen ${eczscore_Doxygen_minimum})
if(NOT DOXYGEN_FOUND)
    eczscore_stop_without(Doxygen doxygen)
endif()

configure_file(docs/Doxyfile.in ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
add_custom_target(docs
    COMMAND Doxygen::doxygen ${PROJECT_BINARY_DIR}/Doxyfile
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    COMMENT "Reference documentation in ${PROJECT_BINARY_DIR}/html"
    VERBATIM)

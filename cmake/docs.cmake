# SPDX-License-Identifier: BSL-1.0
# The target docs: the reference, made by Doxygen; any warning fails it, and so does a public function
# or class without a comment (cmake/check_doc_comments.py has the rule).

find_package(Doxygen ${eczscore_Doxygen_minimum})
if(NOT DOXYGEN_FOUND)
    eczscore_stop_without(Doxygen doxygen)
endif()
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)

configure_file(docs/Doxyfile.in ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
add_custom_target(docs
    COMMAND Doxygen::doxygen ${PROJECT_BINARY_DIR}/Doxyfile
    COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/cmake/check_doc_comments.py
        ${PROJECT_BINARY_DIR}/warnings.log
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    COMMENT "Reference documentation in ${PROJECT_BINARY_DIR}/html"
    VERBATIM)

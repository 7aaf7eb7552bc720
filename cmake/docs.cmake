# SPDX-License-Identifier: BSL-1.0
# The target docs: the reference, made by Doxygen; any warning fails it, and so does a public function
# or class without a comment (cmake/check_doc_comments.py has the rule). Formulas are shown by a copy
# of MathJax, so that the pages need no network.

find_package(Doxygen ${eczscore_Doxygen_minimum})
if(NOT DOXYGEN_FOUND)
    eczscore_stop_without(Doxygen doxygen)
endif()
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
find_path(eczscore_mathjax MathJax.js PATHS /usr/share/javascript/mathjax NO_DEFAULT_PATH)
if(NOT eczscore_mathjax)
    message(FATAL_ERROR "MathJax 2 is needed for the formulas; not found. "
        "Run 'bash cmake/bootstrap.sh docs' or install the Debian package libjs-mathjax")
endif()

# What formulas as SVG need: 5 MB of 54.
set(eczscore_copy_mathjax)
foreach(part extensions jax/element jax/input/TeX jax/output/SVG/autoload jax/output/SVG/fonts/TeX)
    list(APPEND eczscore_copy_mathjax COMMAND ${CMAKE_COMMAND} -E copy_directory
        ${eczscore_mathjax}/${part} ${PROJECT_BINARY_DIR}/html/mathjax/${part})
endforeach()

configure_file(docs/Doxyfile.in ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
add_custom_target(docs
    COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/cmake/docs_tree.py ${PROJECT_BINARY_DIR}/tree.dox
    COMMAND Doxygen::doxygen ${PROJECT_BINARY_DIR}/Doxyfile
    COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/cmake/check_doc_comments.py
        ${PROJECT_BINARY_DIR}/warnings.log
    ${eczscore_copy_mathjax}
    COMMAND ${CMAKE_COMMAND} -E copy ${eczscore_mathjax}/MathJax.js ${PROJECT_BINARY_DIR}/html/mathjax
    COMMAND ${CMAKE_COMMAND} -E copy ${eczscore_mathjax}/jax/output/SVG/config.js
        ${eczscore_mathjax}/jax/output/SVG/jax.js ${PROJECT_BINARY_DIR}/html/mathjax/jax/output/SVG
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    COMMENT "Reference documentation in ${PROJECT_BINARY_DIR}/html"
    VERBATIM)

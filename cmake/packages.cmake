# SPDX-License-Identifier: BSL-1.0
# The packages of others: the least version of each, and what is said when it is not there.

# With these versions the project is built and tested (Debian 12); newer ones may be used. The names
# are those of find_package. The installed package file asks for the same versions.
set(eczscore_fmt_minimum 9)
set(eczscore_nlohmann_json_minimum 3.11)
set(eczscore_tl-expected_minimum 1.0)
set(eczscore_Boost_minimum 1.74)
set(eczscore_CLI11_minimum 2.1)
set(eczscore_Catch2_minimum 2.13)
set(eczscore_benchmark_minimum 1.7)
set(eczscore_Doxygen_minimum 1.9)

# Stops with the least version, the Debian package, and what was found instead.
function(eczscore_stop_without package debian)
    set(found "not found")
    if(${package}_CONSIDERED_VERSIONS)
        list(REMOVE_DUPLICATES ${package}_CONSIDERED_VERSIONS)
        list(JOIN ${package}_CONSIDERED_VERSIONS ", " versions)
        set(found "found, but in version ${versions}")
    endif()
    message(FATAL_ERROR "${package} ${eczscore_${package}_minimum} or newer is needed; ${found}. "
        "Run 'bash cmake/bootstrap.sh deps' or install the Debian package ${debian}")
endfunction()

# Finds a package by the package file that it installs, or stops.
# ARGN: further versions, tried first, for packages whose major versions exclude each other.
macro(eczscore_require package debian)
    set(${package}_FOUND FALSE)
    foreach(eczscore_version IN ITEMS ${ARGN} ${eczscore_${package}_minimum})
        if(NOT ${package}_FOUND)
            find_package(${package} ${eczscore_version} CONFIG QUIET)
        endif()
    endforeach()
    if(NOT ${package}_FOUND)
        eczscore_stop_without(${package} ${debian})
    endif()
endmacro()

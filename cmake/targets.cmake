# SPDX-License-Identifier: BSL-1.0
# The header-only targets: eczscore::eczscore needs nothing, eczscore::stats needs Boost.Math, and
# eczscore::report the libraries that reading files and writing reports take.

# Rooms whose headers need fmt, JSON or tl::expected.
set(eczscore_report_rooms io report)

file(GLOB_RECURSE eczscore_headers CONFIGURE_DEPENDS include/eczscore/*.hpp)
set(eczscore_report_headers ${eczscore_headers})
list(JOIN eczscore_report_rooms "|" eczscore_rooms_pattern)
list(FILTER eczscore_report_headers INCLUDE REGEX "/include/eczscore/(${eczscore_rooms_pattern})/")
list(FILTER eczscore_headers EXCLUDE REGEX "/include/eczscore/(${eczscore_rooms_pattern})/")
set(eczscore_stats_headers ${eczscore_headers})
list(FILTER eczscore_stats_headers INCLUDE REGEX "/include/eczscore/stats/")
list(FILTER eczscore_headers EXCLUDE REGEX "/include/eczscore/stats/")

# The library: headers that need the standard library alone.
add_library(eczscore INTERFACE)
add_library(eczscore::eczscore ALIAS eczscore)
target_compile_features(eczscore INTERFACE cxx_std_20)
target_sources(
    eczscore INTERFACE FILE_SET HEADERS BASE_DIRS include FILES ${eczscore_headers})
set_target_properties(eczscore PROPERTIES VERIFY_INTERFACE_HEADER_SETS ${PROJECT_IS_TOP_LEVEL})

# Statistics: distributions, roots and quadrature are those of Boost.Math.
find_path(eczscore_boost_dir boost/math/distributions.hpp)
mark_as_advanced(eczscore_boost_dir)
if(eczscore_boost_dir)
    find_package(Boost ${eczscore_Boost_minimum} QUIET)
endif()
if(TARGET Boost::headers AND eczscore_stats_headers)
    add_library(eczscore_stats INTERFACE)
    add_library(eczscore::stats ALIAS eczscore_stats)
    # That each header stands alone, `.ci/run stats_deep` checks; it takes Boost.Math for each.
    set_target_properties(eczscore_stats PROPERTIES EXPORT_NAME stats)
    find_package(Threads REQUIRED)  # resampling on several of them
    target_link_libraries(eczscore_stats INTERFACE eczscore Boost::headers Threads::Threads)
    target_sources(eczscore_stats INTERFACE
        FILE_SET HEADERS BASE_DIRS include FILES ${eczscore_stats_headers})
endif()

# What io/ and report/ need on top. Looked for only when something here is built from them.
set(eczscore_with_report OFF)
if(ECZSCORE_CLI OR ECZSCORE_TESTS OR ECZSCORE_EXAMPLES OR ECZSCORE_BENCHMARKS OR ECZSCORE_FUZZ)
    set(eczscore_with_report ON)
    eczscore_require(fmt libfmt-dev)
    eczscore_require(nlohmann_json nlohmann-json3-dev)
    eczscore_require(tl-expected libexpected-dev)

    # A static program cannot use a shared libfmt, and Debian ships no other.
    add_library(eczscore_fmt INTERFACE)
    if(ECZSCORE_STATIC_CLI)
        target_link_libraries(eczscore_fmt INTERFACE fmt::fmt-header-only)
    else()
        target_link_libraries(eczscore_fmt INTERFACE fmt::fmt)
    endif()

    add_library(eczscore_report INTERFACE)
    add_library(eczscore::report ALIAS eczscore_report)
    set_target_properties(eczscore_report PROPERTIES
        EXPORT_NAME report
        VERIFY_INTERFACE_HEADER_SETS ${PROJECT_IS_TOP_LEVEL})
    target_link_libraries(eczscore_report INTERFACE
        eczscore
        $<BUILD_INTERFACE:eczscore_fmt>
        $<INSTALL_INTERFACE:fmt::fmt>
        nlohmann_json::nlohmann_json
        tl::expected)
    if(eczscore_report_headers)
        target_sources(eczscore_report INTERFACE
            FILE_SET HEADERS BASE_DIRS include FILES ${eczscore_report_headers})
    endif()
endif()

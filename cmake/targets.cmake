# SPDX-License-Identifier: BSL-1.0
# The header-only targets, each with the rooms of include/eczscore that it carries:
#   eczscore::eczscore  core references units model score instruments: the standard library alone
#   eczscore::stats     stats                                needs Boost.Math
#   eczscore::trial     trial                                needs eczscore::stats
#   eczscore::report    io report                            needs eczscore::trial, tl::expected

# Sets `result` to the headers of these rooms.
function(eczscore_headers_of result)
    set(headers)
    foreach(room IN LISTS ARGN)
        file(GLOB_RECURSE found CONFIGURE_DEPENDS
            ${PROJECT_SOURCE_DIR}/include/eczscore/${room}/*.hpp)
        list(APPEND headers ${found})
    endforeach()
    set(${result} ${headers} PARENT_SCOPE)
endfunction()

# The library: headers that need the standard library alone.
eczscore_headers_of(eczscore_headers core references units model score instruments)
file(GLOB eczscore_umbrellas CONFIGURE_DEPENDS include/eczscore/*.hpp)
add_library(eczscore INTERFACE)
add_library(eczscore::eczscore ALIAS eczscore)
target_compile_features(eczscore INTERFACE cxx_std_20)
target_sources(eczscore INTERFACE
    FILE_SET HEADERS BASE_DIRS include FILES ${eczscore_umbrellas} ${eczscore_headers})
set_target_properties(eczscore PROPERTIES VERIFY_INTERFACE_HEADER_SETS ${PROJECT_IS_TOP_LEVEL})

# Statistics: distributions, roots and quadrature are those of Boost.Math. Trials judge by them.
find_path(eczscore_boost_dir boost/math/distributions.hpp)
mark_as_advanced(eczscore_boost_dir)
if(eczscore_boost_dir)
    find_package(Boost ${eczscore_Boost_minimum} QUIET)
endif()
if(TARGET Boost::headers)
    eczscore_headers_of(eczscore_stats_headers stats)
    add_library(eczscore_stats INTERFACE)
    add_library(eczscore::stats ALIAS eczscore_stats)
    # That each header stands alone, `.ci/run stats_deep` checks; it takes Boost.Math for each.
    set_target_properties(eczscore_stats PROPERTIES EXPORT_NAME stats)
    find_package(Threads REQUIRED)  # resampling on several of them
    target_link_libraries(eczscore_stats INTERFACE eczscore Boost::headers Threads::Threads)
    target_sources(eczscore_stats INTERFACE
        FILE_SET HEADERS BASE_DIRS include FILES ${eczscore_stats_headers})

    eczscore_headers_of(eczscore_trial_headers trial)
    add_library(eczscore_trial INTERFACE)
    add_library(eczscore::trial ALIAS eczscore_trial)
    set_target_properties(eczscore_trial PROPERTIES
        EXPORT_NAME trial
        VERIFY_INTERFACE_HEADER_SETS ${PROJECT_IS_TOP_LEVEL})
    target_link_libraries(eczscore_trial INTERFACE eczscore_stats)
    target_sources(eczscore_trial INTERFACE
        FILE_SET HEADERS BASE_DIRS include FILES ${eczscore_trial_headers})
endif()

# What io/ and report/ need on top. Looked for only when something here is built from them, or when
# they are asked for.
set(eczscore_with_report OFF)
if(ECZSCORE_REPORT OR ECZSCORE_CLI OR ECZSCORE_TESTS OR ECZSCORE_EXAMPLES OR
        ECZSCORE_BENCHMARKS OR ECZSCORE_FUZZ)
    set(eczscore_with_report ON)
    if(NOT TARGET eczscore_trial)
        eczscore_stop_without(Boost libboost-dev)
    endif()
    eczscore_require(tl-expected libexpected-dev)

    add_library(eczscore_report INTERFACE)
    add_library(eczscore::report ALIAS eczscore_report)
    set_target_properties(eczscore_report PROPERTIES
        EXPORT_NAME report
        VERIFY_INTERFACE_HEADER_SETS ${PROJECT_IS_TOP_LEVEL})
    target_link_libraries(eczscore_report INTERFACE eczscore_trial tl::expected)
    eczscore_headers_of(eczscore_report_headers io report)
    target_sources(eczscore_report INTERFACE
        FILE_SET HEADERS BASE_DIRS include FILES ${eczscore_report_headers})
endif()

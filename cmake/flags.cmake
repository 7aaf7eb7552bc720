# SPDX-License-Identifier: BSL-1.0
# Compiler settings of our own targets; they hold for this folder and below, never for a user.

# Results must not depend on whether a compiler fuses multiply and add.
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    add_compile_options(-ffp-contract=off)
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(PROJECT_IS_TOP_LEVEL AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    add_compile_options(-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # g++ 12 reports overlapping copies inside std::string concatenation (GCC bug 105651).
        add_compile_options(-Wno-restrict)
    endif()
endif()
if(ECZSCORE_WERROR AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    add_compile_options(-Werror)
endif()

# Compiled code that reads what strangers wrote: a mistake in it must end the program, not be used.
# cmake/check_hardening.sh reads the objects and the program. What it costs is measured in
# docs/decisions/0011-hardening.md.
option(ECZSCORE_HARDENED "Stack protector, fortified libc calls, control flow protection" ON)
mark_as_advanced(ECZSCORE_HARDENED)
function(eczscore_harden target)
    if(NOT ECZSCORE_HARDENED OR ECZSCORE_INSTRUMENTED OR
            NOT CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" OR NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
        return()
    endif()
    target_compile_options(${target} PRIVATE -fstack-protector-strong)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64|i.86)$")
        target_compile_options(${target} PRIVATE -fcf-protection=full)
    endif()
    # Fortified calls need an optimised build; some compilers set a lower level by themselves.
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-U_FORTIFY_SOURCE>
        $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=3> $<$<CONFIG:Release>:-D_GLIBCXX_ASSERTIONS>)
    get_target_property(kind ${target} TYPE)
    if(kind STREQUAL "EXECUTABLE")
        target_link_options(${target} PRIVATE -Wl,-z,relro,-z,now,-z,noexecstack)
    endif()
endfunction()

#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Installs the library to a scratch folder, moves it, and builds and runs the projects under
# tests/consumer against it: find_package, pkg-config, add_subdirectory.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."
source=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
quietly() { "$@" >"$work/log" 2>&1 || { cat "$work/log"; echo "failed: $*" >&2; exit 1; }; }
settings=(-G Ninja -DCMAKE_BUILD_TYPE=Release)

install() { # NAME ARGUMENTS...: installs to $work/NAME and checks that it can be moved there
    local name=$1
    shift
    echo "install $name"
    quietly cmake --preset library -B "$work/build_$name" "$@"
    quietly cmake --build "$work/build_$name"
    quietly cmake --install "$work/build_$name" --prefix "$work/first_$name"
    mv "$work/first_$name" "$work/$name"
    if grep -rIlE "$work|$source" "$work/$name"; then
        echo "these installed files name the folder they were built in" >&2
        exit 1
    fi
}
install moved -DECZSCORE_REPORT=ON
install without_boost -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON -DECZSCORE_KERNELS=OFF

consume() { # NAME SOURCE_DIR ARGUMENTS...
    local name=$1 folder=$2
    shift 2
    echo "$name"
    quietly cmake -S "$folder" -B "$work/$name" "${settings[@]}" "$@"
    quietly cmake --build "$work/$name"
    for program in consumer app; do
        [ ! -x "$work/$name/$program" ] || "$work/$name/$program"
    done
}
consume first_program tests/consumer/first_program -DCMAKE_PREFIX_PATH="$work/moved"
consume find_package tests/consumer/find_package -DCMAKE_PREFIX_PATH="$work/moved"
if compgen -G "$work/moved/lib*/cmake/eczscore-kernels" >/dev/null ||
    compgen -G "$work/moved/lib/*/cmake/eczscore-kernels" >/dev/null; then
    consume find_package_kernels tests/consumer/find_package \
        -DCMAKE_PREFIX_PATH="$work/moved" -DECZSCORE_COMPONENTS=kernels \
        -DECZSCORE_LINK=eczscore::kernels
fi
consume find_package_everything tests/consumer/find_package \
    -DCMAKE_PREFIX_PATH="$work/moved" -DECZSCORE_LINK=eczscore::report
consume add_subdirectory tests/consumer/add_subdirectory
consume rooms tests/consumer/rooms -DCMAKE_PREFIX_PATH="$work/moved" -DECZSCORE_WITH_BOOST=ON \
    -DCMAKE_BUILD_TYPE=Debug

# Without Boost: every header that is installed then, where the compiler finds no Boost.
mkdir "$work/usr_include"
ln -s /usr/include/* "$work/usr_include"
rm -f "$work/usr_include/boost"
consume rooms_without_boost tests/consumer/rooms -DCMAKE_PREFIX_PATH="$work/without_boost" \
    -DCMAKE_BUILD_TYPE=Debug -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON \
    -DECZSCORE_NO_BOOST_HERE="$work/usr_include"

# What goes wrong at a first attempt ends in one sentence that says what to do.
refused() { # SENTENCE COMMAND...: the command fails, and the sentence is among what it prints
    local sentence=$1
    shift
    if "$@" >"$work/log" 2>&1 || ! tr -s ' \n' ' ' <"$work/log" | grep -qF -- "$sentence"; then
        cat "$work/log"
        echo "must be refused with the sentence: $sentence" >&2
        exit 1
    fi
}
echo "first attempts"
refused "eczscore::stats was not installed, because what it needs was not there" \
    cmake -S tests/consumer/rooms -B "$work/no_trial" "${settings[@]}" -DECZSCORE_WITH_BOOST=ON \
    -DCMAKE_PREFIX_PATH="$work/without_boost"
refused "eczscore::stats needs Boost 1.74 or newer, which was not found" \
    cmake -S tests/consumer/rooms -B "$work/no_boost" "${settings[@]}" -DECZSCORE_WITH_BOOST=ON \
    -DCMAKE_PREFIX_PATH="$work/moved" -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON
refused "eczscore::statistics is no component; the components are stats, stats_compiled, trial, report, kernels, table" \
    cmake -S tests/consumer/find_package -B "$work/misspelt" "${settings[@]}" \
    -DCMAKE_PREFIX_PATH="$work/moved" -DECZSCORE_COMPONENTS=statistics
echo '#include <eczscore/stats/welch.hpp>' >"$work/welch.cpp"
system_headers=()
while read -r folder; do
    [ "$folder" != /usr/include ] || folder=$work/usr_include
    system_headers+=(-isystem "$folder")
done < <("${CXX:-g++}" -E -v -x c++ /dev/null 2>&1 | sed -n '/search starts here:$/,/^End/s/^ //p')
refused "eczscore/stats needs the headers of Boost.Math 1.74 or newer (Debian: libboost-dev)" \
    "${CXX:-g++}" -std=c++20 -nostdinc -nostdinc++ "${system_headers[@]}" -I include \
    -fsyntax-only "$work/welch.cpp"
refused "eczscore needs C++20: compile with -std=c++20" \
    "${CXX:-g++}" -std=c++17 -I include -fsyntax-only "$work/welch.cpp"

echo "pkg-config"
export PKG_CONFIG_PATH=$work/moved/share/pkgconfig
read -ra cflags <<<"$(pkg-config --cflags eczscore)"
quietly "${CXX:-g++}" -std=c++20 "${cflags[@]}" tests/consumer/main.cpp -o "$work/by_pkg_config"
"$work/by_pkg_config"

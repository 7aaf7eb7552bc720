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

only_library=(-DECZSCORE_CLI=OFF -DECZSCORE_TESTS=OFF -DECZSCORE_EXAMPLES=OFF -DECZSCORE_BENCHMARKS=OFF)

install() { # NAME ARGUMENTS...: installs to $work/NAME and checks that it can be moved there
    local name=$1
    shift
    echo "install $name"
    quietly cmake -S . -B "$work/build_$name" "${settings[@]}" "${only_library[@]}" "$@"
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
    "$work/$name/consumer"
}
consume find_package tests/consumer/find_package -DCMAKE_PREFIX_PATH="$work/moved"
if compgen -G "$work/moved/lib*/cmake/eczscore-kernels" >/dev/null ||
    compgen -G "$work/moved/lib/*/cmake/eczscore-kernels" >/dev/null; then
    consume find_package_kernels tests/consumer/find_package \
        -DCMAKE_PREFIX_PATH="$work/moved" -DECZSCORE_WITH_KERNELS=ON
fi
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
if cmake -S tests/consumer/rooms -B "$work/no_trial" "${settings[@]}" -DECZSCORE_WITH_BOOST=ON \
    -DCMAKE_PREFIX_PATH="$work/without_boost" >"$work/log" 2>&1 ||
    ! grep -q "eczscore::trial" "$work/log"; then
    cat "$work/log"
    echo "a component that was not installed must be refused by name" >&2
    exit 1
fi

echo "pkg-config"
export PKG_CONFIG_PATH=$work/moved/share/pkgconfig
read -ra cflags <<<"$(pkg-config --cflags eczscore)"
quietly "${CXX:-g++}" -std=c++20 "${cflags[@]}" tests/consumer/main.cpp -o "$work/by_pkg_config"
"$work/by_pkg_config"

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

echo "install"
quietly cmake -S . -B "$work/build" "${settings[@]}" -DECZSCORE_CLI=OFF -DECZSCORE_TESTS=OFF \
    -DECZSCORE_EXAMPLES=OFF -DECZSCORE_BENCHMARKS=OFF
quietly cmake --build "$work/build"
quietly cmake --install "$work/build" --prefix "$work/first"
mv "$work/first" "$work/moved"
if grep -rIlE "$work|$source" "$work/moved"; then
    echo "these installed files name the folder they were built in" >&2
    exit 1
fi

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

echo "pkg-config"
export PKG_CONFIG_PATH=$work/moved/share/pkgconfig
read -ra cflags <<<"$(pkg-config --cflags eczscore)"
quietly "${CXX:-g++}" -std=c++20 "${cflags[@]}" tests/consumer/main.cpp -o "$work/by_pkg_config"
"$work/by_pkg_config"

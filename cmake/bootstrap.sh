#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# From a bare machine to a running program: installs what is missing, builds, and shows the result.
set -eu

usage() {
    cat <<'TEXT'
Usage: bash cmake/bootstrap.sh COMMAND

  demo       build the command line and score the example trial with it
  test       build the library and run its tests
  docs       build the reference documentation
  deps       only install what `test` needs
  ci-tools   only install what the checks in .ci/run need beyond that

On Debian 12 or newer and Ubuntu 24.04 or newer, packages that are missing are installed with apt
(as root or through sudo). Elsewhere the script names what to install. It can be run again at any
time: what is there already is left alone. Everything built goes to the folder build/.
TEXT
}

root=$(cd -- "$(dirname -- "$0")/.." && pwd)
step="start"

# Headings tell what is happening, and the trap tells what was, should it fail.
heading() {
    step=$1
    printf '\n== %s\n' "$1"
}
stop() {
    printf '\nbootstrap: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '           %s\n' "$line" >&2; done
    trap - EXIT
    exit 1
}
on_exit() {
    status=$?
    [ "$status" = 0 ] || printf '\nbootstrap: failed at: %s (exit status %s)\n           %s\n' "$step" \
        "$status" "The lines above say why. Mend that and run the same command again." >&2
}
trap on_exit EXIT

build_packages="g++ cmake ninja-build libcli11-dev libexpected-dev libboost-dev"

packages_for() {
    case $1 in
        demo) echo "$build_packages" ;;
        test | deps) echo "$build_packages catch2 libfmt-dev nlohmann-json3-dev python3 groff-base zsh fish" ;;
        docs) echo "g++ cmake ninja-build doxygen libjs-mathjax python3" ;;
        ci-tools)
            echo "$build_packages catch2 libfmt-dev nlohmann-json3-dev libbenchmark-dev clang-19 libclang-rt-19-dev llvm-19" \
                "clang-format-19 libc++-19-dev-wasm32 wasi-libc libclang-rt-19-dev-wasm32 lld-19" \
                "doxygen libjs-mathjax shellcheck python3 pkg-config binutils"
            ;;
    esac
}

# What to do where apt cannot help.
explain_by_hand() {
    stop "$1" \
        "Install these, or what your system calls them, and run the command again:" \
        "  a C++20 compiler (g++ 12 or clang 16, or newer), CMake 3.25 or newer, Ninja" \
        "  CLI11 2.1, tl-expected 1.0; for the tests Catch2 2.13 or 3, fmt 9, nlohmann-json 3.11, Python 3," \
        "  groff, zsh and fish (the man page and the completions)" \
        "On Debian and Ubuntu, as root:" \
        "  apt-get install $2"
}

install_missing() {
    heading "Looking for the packages that '$1' needs"
    wanted=$(packages_for "$1")
    if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
        if tools_are_there "$1"; then
            echo "This is not Debian or Ubuntu; the tools were found, so the build goes on."
            return
        fi
        explain_by_hand "this is not Debian or Ubuntu, and something is missing" "$wanted"
    fi
    missing=
    for package in $wanted; do
        [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null)" = "ii " ] ||
            missing="$missing $package"
    done
    if [ -z "$missing" ]; then
        echo "Nothing is missing."
        return
    fi
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1; then
        as_root=sudo
    else
        explain_by_hand "installing needs root or sudo; missing:$missing" "${missing# }"
    fi
    heading "Installing$missing"
    apt="apt-get -o DPkg::Lock::Timeout=600 -qq"
    # shellcheck disable=SC2086  # lists of words on purpose
    $as_root $apt update ||
        stop "apt-get update failed" "Is the network there? Try: ${as_root:+sudo }apt-get update"
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive $apt install -y --no-install-recommends $missing ||
        stop "apt-get could not install:$missing" \
            "Debian 12 or Ubuntu 24.04, or newer, have all of them (Ubuntu: in 'universe')."
}

tools_are_there() {
    for tool in cmake ninja c++; do
        command -v "$tool" >/dev/null 2>&1 || return 1
    done
    [ "$1" != docs ] || command -v doxygen >/dev/null 2>&1
}

# The distribution may be too old even if every package is there.
check_versions() {
    found=$(cmake --version | sed -n '1s/[^0-9]*\([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    major=${found% *} minor=${found#* }
    if [ "$major" -lt 3 ] || { [ "$major" = 3 ] && [ "$minor" -lt 25 ]; }; then
        stop "CMake $major.$minor is too old: 3.25 or newer is needed" \
            "Debian 12 and Ubuntu 24.04 have it."
    fi
}

jobs=$(nproc 2>/dev/null || echo 2)

run_test() {
    install_missing test
    check_versions
    heading "Configuring build/dev"
    cmake --preset dev
    heading "Building the library's tests and the command line"
    cmake --build --preset dev -j "$jobs"
    heading "Running the tests"
    ctest --preset dev -j "$jobs"
    printf '\nAll tests passed.\n'
}

run_demo() {
    install_missing demo
    check_versions
    heading "Building the command line (build/release/bin/eczscore)"
    cmake --preset release
    cmake --build --preset release -j "$jobs" --target eczscore_cli
    heading "Scoring the example trial"
    sh cmake/demo.sh build/release/bin/eczscore
}

run_docs() {
    install_missing docs
    check_versions
    heading "Building the reference documentation"
    cmake --preset docs
    cmake --build --preset docs
    printf '\nOpen build/docs/html/index.html\n'
}

cd "$root"
case ${1:-} in
    demo) run_demo ;;
    test) run_test ;;
    docs) run_docs ;;
    deps | ci-tools) install_missing "$1" ;;
    -h | --help | help) usage ;;
    "")
        usage >&2
        trap - EXIT
        exit 2
        ;;
    *) stop "there is no command '$1'" "bash cmake/bootstrap.sh --help lists them." ;;
esac

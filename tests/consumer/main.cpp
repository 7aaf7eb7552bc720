// SPDX-License-Identifier: BSL-1.0
// What a project that uses the library would write first; built against the installed package.
#include <eczscore/core/version.hpp>
#include <cstdio>

int main() {
    std::printf("eczscore %.*s\n", static_cast<int>(eczscore::library_version.size()),
                eczscore::library_version.data());
    return 0;
}

// SPDX-License-Identifier: BSL-1.0
// What a project that uses the library would write first; built against the installed package.
#include <cstdio>
#include <eczscore/core/version.hpp>
#include <eczscore/instruments/easi.hpp>

int main() {
    const auto score = eczscore::score(eczscore::easi::example);
    std::printf("eczscore %s: EASI %.2f\n", eczscore::library_version.data(), score.to_double());
    return score.value() == eczscore::Exact::ratio(184, 10) ? 0 : 1;
}

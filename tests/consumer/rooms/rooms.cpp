// SPDX-License-Identifier: BSL-1.0
// The headers that the build lists, in one program.
#include <cstdio>

#include "all_headers.hpp"

#if defined(ECZSCORE_NO_BOOST) && __has_include(<boost/version.hpp>)
#error "the compiler finds Boost, so that this would show nothing"
#endif

int main() {
    const auto score = eczscore::score(eczscore::easi::example);
    std::printf("eczscore %s: EASI %.2f\n", eczscore::library_version.data(), score.to_double());
    return score.value() == eczscore::Exact::ratio(184, 10) ? 0 : 1;
}

// SPDX-License-Identifier: BSL-1.0
// Must not compile: 10 is in no band.
// expect: bands_leave_a_gap
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Band its_bands[] = {{"low", "Low", from(0), up_to(10)},
#else
constexpr Band its_bands[] = {{"low", "Low", from(0), below(10)},
#endif
                              {"high", "High", above(10), up_to(36)}};
constexpr BandScheme its_schemes[] = {
    {.id = "author_1999", .title = "Author 1999", .bands = its_bands, .evidence = seen}};
constexpr Description proved_description = with_bands(its_schemes);
constexpr auto proved = checked<proved_description>();

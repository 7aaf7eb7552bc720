// SPDX-License-Identifier: BSL-1.0
// Must not compile: 0 has no band.
// expect: bands_do_not_cover_the_range
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Band its_bands[] = {{"low", "Low", from(0), below(10)},
#else
constexpr Band its_bands[] = {{"low", "Low", above(0), below(10)},
#endif
                              {"high", "High", from(10), up_to(36)}};
constexpr BandScheme its_schemes[] = {
    {.id = "author_1999", .title = "Author 1999", .bands = its_bands, .evidence = seen}};
constexpr Description proved_description = with_bands(its_schemes);
constexpr auto proved = checked<proved_description>();

// SPDX-License-Identifier: BSL-1.0
// Must not compile: the highest scores have no band.
// expect: bands_do_not_cover_the_range
#include "base.hpp"

using namespace base;

constexpr Band its_bands[] = {{"low", "Low", from(0), below(10)},
#ifdef ECZSCORE_OK
                              {"high", "High", from(10), up_to(36)}};
#else
                              {"high", "High", from(10), up_to(30)}};
#endif
constexpr BandScheme its_schemes[] = {
    {.id = "author_1999", .title = "Author 1999", .bands = its_bands, .evidence = seen}};
constexpr Description proved_description = with_bands(its_schemes);
constexpr auto proved = checked<proved_description>();

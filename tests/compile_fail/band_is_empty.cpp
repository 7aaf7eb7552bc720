// SPDX-License-Identifier: BSL-1.0
// Must not compile: a band turned inside out.
// expect: a_band_is_empty
#include "base.hpp"

using namespace base;

constexpr Band its_bands[] = {{"low", "Low", from(0), below(10)},
#ifdef ECZSCORE_OK
                              {"middle", "Middle", from(10), below(20)},
                              {"high", "High", from(20), up_to(36)}};
#else
                              {"middle", "Middle", from(10), below(5)},
                              {"high", "High", from(5), up_to(36)}};
#endif
constexpr BandScheme its_schemes[] = {
    {.id = "author_1999", .title = "Author 1999", .bands = its_bands, .evidence = seen}};
constexpr Description proved_description = with_bands(its_schemes);
constexpr auto proved = checked<proved_description>();

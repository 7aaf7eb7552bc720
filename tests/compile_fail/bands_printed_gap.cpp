// SPDX-License-Identifier: BSL-1.0
// Must not compile: 7.05 is in no band: printed ends that were not closed.
// expect: bands_leave_a_gap
#include "base.hpp"

using namespace base;

constexpr Band its_bands[] = {{"mild", "Mild", from(0), up_to(7)},
#ifdef ECZSCORE_OK
                              {"moderate", "Moderate", above(7), up_to(36)}};
#else
                              {"moderate", "Moderate", from(7.1_x), up_to(36)}};
#endif
constexpr BandScheme its_schemes[] = {
    {.id = "author_1999", .title = "Author 1999", .bands = its_bands, .evidence = seen}};
constexpr Description proved_description = with_bands(its_schemes);
constexpr auto proved = checked<proved_description>();

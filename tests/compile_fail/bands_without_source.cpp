// SPDX-License-Identifier: BSL-1.0
// Must not compile: bands without a source.
// expect: a_fact_without_its_source
#include "base.hpp"

using namespace base;

constexpr BandScheme its_schemes[] = {
#ifdef ECZSCORE_OK
    {.id = "author_1999", .title = "Author 1999", .bands = bands, .evidence = seen}};
#else
    {.id = "author_1999", .title = "Author 1999", .bands = bands}};
#endif
constexpr Description proved_description = with_bands(its_schemes);
constexpr auto proved = checked<proved_description>();

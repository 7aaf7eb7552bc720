// SPDX-License-Identifier: BSL-1.0
// Must not compile: two editions of bands share an id.
// expect: duplicate_id
#include "base.hpp"

using namespace base;

constexpr BandScheme its_schemes[] = {
    {.id = "author_1999", .title = "Author 1999", .bands = bands, .evidence = seen},
#ifdef ECZSCORE_OK
    {.id = "author_2001", .title = "Author 2001", .bands = bands, .evidence = seen}};
#else
    {.id = "author_1999", .title = "Author 2001", .bands = bands, .evidence = seen}};
#endif
constexpr Description proved_description = with_bands(its_schemes);
constexpr auto proved = checked<proved_description>();

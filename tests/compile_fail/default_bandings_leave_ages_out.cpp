// SPDX-License-Identifier: BSL-1.0
// Must not compile: default editions by age that do not meet.
// expect: more_than_one_default
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr int second_from = 96;
#else
constexpr int second_from = 84;
#endif
constexpr BandScheme its_schemes[] = {{.id = "child_1999",
                                       .title = "Child",
                                       .bands = bands,
                                       .evidence = seen,
                                       .is_default = true,
                                       .ages = {.below_months = 96}},
                                      {.id = "adult_1999",
                                       .title = "Adult",
                                       .bands = bands,
                                       .evidence = seen,
                                       .is_default = true,
                                       .ages = {.from_months = second_from}}};
constexpr Description proved_description = with_bands(its_schemes);
constexpr auto proved = checked<proved_description>();

// SPDX-License-Identifier: BSL-1.0
// Must not compile: two editions are the default for everyone.
// expect: more_than_one_default
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr bool second = false;
#else
constexpr bool second = true;
#endif
constexpr BandScheme its_schemes[] = {{.id = "author_1999",
                                       .title = "Author 1999",
                                       .bands = bands,
                                       .evidence = seen,
                                       .is_default = true},
                                      {.id = "author_2001",
                                       .title = "Author 2001",
                                       .bands = bands,
                                       .evidence = seen,
                                       .is_default = second}};
constexpr Description proved_description = with_bands(its_schemes);
constexpr auto proved = checked<proved_description>();

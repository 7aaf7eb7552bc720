// SPDX-License-Identifier: BSL-1.0
// Must not compile: a fact cites a source that the bibliography lacks.
// expect: no_reference_has_this_key
#include "eczscore/references/bibliography.hpp"

#ifdef ECZSCORE_OK
constexpr const eczscore::Citation* source = eczscore::cite("leshem_2015");
#else
constexpr const eczscore::Citation* source = eczscore::cite("leshem_2051");
#endif

// SPDX-License-Identifier: BSL-1.0
// Must not compile: a formula reads an item that the form does not have.
// expect: no_item_has_this_id
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr std::size_t read = position_of(items, "scale");
#else
constexpr std::size_t read = position_of(items, "scales");
#endif
static_assert(read == 1);

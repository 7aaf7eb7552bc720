// SPDX-License-Identifier: BSL-1.0
// Must not compile: an enumerator was added, and the table of names was not.
// expect: a name for each enumerator
#include "eczscore/core/name_of.hpp"

enum class Light { red, yellow, green };

constexpr eczscore::Text name(Light light) {
#ifdef ECZSCORE_OK
    constexpr eczscore::Text names[] = {"red", "yellow", "green"};
#else
    constexpr eczscore::Text names[] = {"red", "yellow"};
#endif
    return name_of(names, light);
}

static_assert(name(Light::yellow) == eczscore::Text("yellow"));

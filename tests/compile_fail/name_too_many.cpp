// SPDX-License-Identifier: BSL-1.0
// Must not compile: an enumerator went away, and its name did not. Numbered from 1.
// expect: a name for each enumerator
#include "eczscore/core/name_of.hpp"

enum class Grade : unsigned char { first = 1, second_2, third };

constexpr eczscore::Text name(Grade grade) {
#ifdef ECZSCORE_OK
    constexpr eczscore::Text names[] = {"first", "second", "third"};
#else
    constexpr eczscore::Text names[] = {"", "first", "second", "third"};
#endif
    return name_of(names, grade);
}

static_assert(name(Grade::first) == eczscore::Text("first"));
static_assert(name(Grade::third) == eczscore::Text("third"));

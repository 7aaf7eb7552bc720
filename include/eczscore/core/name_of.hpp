// SPDX-License-Identifier: BSL-1.0
// Names of enumerators, from a table that cannot fall out of step with its enumeration.
#pragma once

#include <cstddef>

#include "eczscore/core/text.hpp"

namespace eczscore {

namespace detail {

/// Whether an enumerator has this value. The compiler writes another value as a cast, "(State)13":
/// a digit follows a closing bracket in what it calls this function.
template <auto value>
consteval bool is_enumerator() {
    bool after_bracket = false;
    for (const char c : __PRETTY_FUNCTION__) {
        if (after_bracket && c >= '0' && c <= '9') return false;
        after_bracket = c == ')';
    }
    return true;
}

/// Enumerators are numbered from 0 or from 1.
template <class E>
consteval std::size_t first_enumerator() {
    return is_enumerator<E{}>() ? 0 : 1;
}

/// How many enumerators there are from `value` on, numbered without a gap.
template <class E, std::size_t value = first_enumerator<E>()>
consteval std::size_t enumerator_count() {
    if constexpr (is_enumerator<static_cast<E>(value)>()) {
        return 1 + enumerator_count<E, value + 1>();
    } else {
        return 0;
    }
}

}  // namespace detail

/// The name of an enumerator. A table with too few or too many names does not compile.
/// names  in the order of the enumeration
template <class E, std::size_t n>
constexpr Text name_of(const Text (&names)[n], E value) {
    static_assert(n == detail::enumerator_count<E>(), "a name for each enumerator, and no more");
    return names[static_cast<std::size_t>(value) - detail::first_enumerator<E>()];
}

}  // namespace eczscore

// SPDX-License-Identifier: BSL-1.0
// Enumerations that have names: what `report/ostream.hpp` and `report/fmt_format.hpp` print.
#pragma once

#include <concepts>
#include <type_traits>

#include "eczscore/core/text.hpp"

namespace eczscore::report {

/// An enumeration of this library whose enumerators have names: `name(value)` is a `Text`.
template <class E>
concept Named = std::is_enum_v<E> && requires(E value) {
    { name(value) } -> std::same_as<Text>;
};

}  // namespace eczscore::report

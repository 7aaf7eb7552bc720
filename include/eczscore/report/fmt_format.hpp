// SPDX-License-Identifier: BSL-1.0
// Formatters of the {fmt} library for texts, exact numbers and every enumeration that has names:
// `fmt::format("{}: {}", score.status, score.value())`. For programs that use {fmt}.
#pragma once

#include <string_view>

#include <fmt/format.h>

#include "eczscore/core/exact.hpp"
#include "eczscore/report/named.hpp"
#include "eczscore/report/number.hpp"

/// \cond  Doxygen does not follow specialisations of a template that it has not read.

/// The name of an enumerator, with the width and fill of a string.
template <eczscore::report::Named E>
struct fmt::formatter<E> : fmt::formatter<std::string_view> {
    template <class Context>
    auto format(E value, Context& context) const {
        return fmt::formatter<std::string_view>::format(std::string_view(name(value)), context);
    }
};

/// A word or sentence of a descriptor, as a string.
template <>
struct fmt::formatter<eczscore::Text> : fmt::formatter<std::string_view> {
    template <class Context>
    auto format(eczscore::Text text, Context& context) const {
        return fmt::formatter<std::string_view>::format(std::string_view(text), context);
    }
};

/// The shortest exact decimal, `18.4`; 17 digits where there is none; `nan` where it is not a
/// number. With the width and fill of a string: it has no precision to choose.
template <>
struct fmt::formatter<eczscore::Exact> : fmt::formatter<std::string_view> {
    template <class Context>
    auto format(eczscore::Exact value, Context& context) const {
        return fmt::formatter<std::string_view>::format(eczscore::report::number_text(value),
                                                        context);
    }
};

/// \endcond

// SPDX-License-Identifier: BSL-1.0
// A p-value as people may read it: never 0, and never rounded to the other side of 0.05.
#pragma once

#include <cmath>
#include <limits>
#include <string>

#include "eczscore/report/number.hpp"

namespace eczscore::report {

/// Below this, people read only that it is below.
inline constexpr double smallest_p_shown = 0.0001;

namespace detail {

/// Three places, four below 0.001, and more where fewer would read as exactly 0.05.
inline std::string p_digits(double p) {
    int places = p < 0.001 ? 4 : 3;
    std::string text = rounded_text(p, places);
    while (p != 0.05 && std::abs(p - 0.05) < 0.001 && places < 12) {
        const std::string bare = text.substr(0, text.find_last_not_of('0') + 1);
        if (bare != "0.05") break;
        text = rounded_text(p, ++places);
    }
    return text;
}

}  // namespace detail

/// `p = 0.032`, `p < 0.0001`, `p > 0.999`, `p = 1`; `no p-value` without one.
inline std::string p_text(double p) {
    if (!(p >= 0.0 && p <= 1.0)) return "no p-value";
    if (p < smallest_p_shown) return "p < 0.0001";
    if (p == 1.0) return "p = 1";
    if (p > 0.999) return "p > 0.999";
    return "p = " + detail::p_digits(p);
}

/// For files: the shortest decimal that reads back as the same number; `<1e-300` for one too small
/// for a `double`, empty without one.
inline std::string p_data(double p) {
    if (!(p >= 0.0 && p <= 1.0)) return {};
    if (p == 0.0) return "<1e-300";
    char buffer[number_room];
    return std::string(buffer, write_shortest(buffer, p));
}

}  // namespace eczscore::report

// SPDX-License-Identifier: BSL-1.0
// Chi-square tests of a 2 x 2 table: Pearson, with N - 1, with Yates's correction.
#pragma once

#include <algorithm>
#include <cmath>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Which chi-square statistic of a 2 x 2 table.
enum class ChiSquareMethod : std::uint8_t { pearson, n_minus_1, yates };

constexpr Text name(ChiSquareMethod method) {
    constexpr Text names[] = {"chi-square", "chi-square with N - 1", "chi-square, Yates"};
    return name_of(names, method);
}

/// A chi-square statistic with one degree of freedom.
struct ChiSquareTest {
    double statistic = not_a_number;
    double df = 1.0;
    double p = not_a_number;
    double smallest_expected = not_a_number;  ///< below 5: use an exact test
    std::size_t n = 0;
    Text method{};
    State state = State::too_few;
};

/// The test of equal shares of responders.
/// state  too_few for an empty arm; zero_variance where nobody or everybody responded; approximate
///        where an expected count is below 5
inline ChiSquareTest chi_square_test(Responders active, Responders control,
                                     ChiSquareMethod method = ChiSquareMethod::pearson) {
    ChiSquareTest found;
    found.n = detail::patients(active, control);
    found.method = name(method);
    if (!active.is_valid() || !control.is_valid()) {
        found.state = State::invalid_argument;
        return found;
    }
    if (!detail::can_compare(active, control)) return found;
    const auto n1 = static_cast<double>(active.n), n2 = static_cast<double>(control.n);
    const auto x1 = static_cast<double>(active.x), x2 = static_cast<double>(control.x);
    const double all = n1 + n2;
    const double yes = x1 + x2;
    const double no = all - yes;
    found.smallest_expected = std::min(yes, no) * std::min(n1, n2) / all;
    if (yes == 0.0 || no == 0.0) {
        found.state = State::zero_variance;
        return found;
    }
    // |observed - expected| is the same in all four cells
    double far = std::abs(x1 * n2 - x2 * n1) / all;
    if (method == ChiSquareMethod::yates) far -= std::min(0.5, far);
    found.statistic = (far * all / n1) * (far * all / n2) * (all / yes) / no;
    if (method == ChiSquareMethod::n_minus_1) found.statistic *= (all - 1.0) / all;
    found.p = detail::chi_square_sf(found.statistic, 1.0);
    found.state = found.smallest_expected < 5.0 ? State::approximate : State::ok;
    return found;
}

}  // namespace eczscore::stats

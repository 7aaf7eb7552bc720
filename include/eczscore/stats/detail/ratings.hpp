// SPDX-License-Identifier: BSL-1.0
// A table of ratings, subjects by raters, and the mean squares of its analysis of variance.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/no_spread.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/mean_squares.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

/// The complete rows of a table, one after another.
struct Ratings {
    std::vector<double> values;
    std::size_t subjects = 0;
    std::size_t raters = 0;
    std::size_t missing = 0;  ///< subjects left out because a rating is missing

    double at(std::size_t subject, std::size_t rater) const {
        return values[subject * raters + rater];
    }
};

/// table  row by row, a row per subject; NaN is missing. A last row that is too short counts as
///        missing.
inline Ratings complete_rows(std::span<const double> table, std::size_t raters) {
    Ratings all;
    all.raters = raters;
    if (raters == 0) return all;
    all.values.reserve(table.size());
    for (std::size_t start = 0; start < table.size(); start += raters) {
        const auto row = table.subspan(start, std::min(raters, table.size() - start));
        bool is_complete = row.size() == raters;
        for (const double value : row) is_complete = is_complete && !is_missing(value);
        if (!is_complete) {
            ++all.missing;
            continue;
        }
        all.values.insert(all.values.end(), row.begin(), row.end());
        ++all.subjects;
    }
    return all;
}

/// nk times the sums of squares in whole numbers of steps; exact. Room for 2^31 ratings.
inline MeanSquares exact_mean_squares(std::span<const std::int64_t> steps, const Ratings& of,
                                      int per_unit) {
    MeanSquares ms{.n_subjects = of.subjects, .n_occasions = of.raters};
    const auto n = static_cast<std::int64_t>(of.subjects);
    const auto k = static_cast<std::int64_t>(of.raters);
    std::vector<Int128> columns(of.raters, 0);
    Int128 total = 0;
    Int128 squares = 0;
    Int128 rows = 0;
    for (std::size_t i = 0; i < of.subjects; ++i) {
        Int128 row = 0;
        for (std::size_t j = 0; j < of.raters; ++j) {
            const Int128 value = steps[i * of.raters + j];
            row += value;
            columns[j] += value;
            squares += value * value;
        }
        total += row;
        rows += row * row;
    }
    Int128 of_columns = 0;
    for (const Int128 column : columns) of_columns += column * column;
    const Int128 between = n * rows - total * total;
    const Int128 raters = k * of_columns - total * total;
    const Int128 all = Int128{n} * k * squares - total * total;
    const Int128 unit = Int128{n} * k * per_unit * per_unit;
    ms.between = nearest_double(between, unit * (n - 1));
    ms.occasions = nearest_double(raters, unit * (k - 1));
    ms.residual = nearest_double(all - between - raters, unit * (n - 1) * (k - 1));
    ms.within = nearest_double(all - between, unit * n * (k - 1));
    ms.grand_mean = nearest_double(total, Int128{n} * k * per_unit);
    return ms;
}

/// per_unit  steps in 1 (10 for tenths): the sums are then exact, if the ratings lie on that
///           lattice; 0 for any doubles
inline MeanSquares mean_squares(const Ratings& of, int per_unit = 0) {
    MeanSquares ms{.n_subjects = of.subjects, .n_occasions = of.raters};
    if (!ms.is_defined()) return ms;
    if (per_unit > 0) {
        const Steps steps = in_steps(of.values, per_unit);
        if (steps.is_exact) return exact_mean_squares(steps.counts, of, per_unit);
    }
    ms.grand_mean = moments(of.values).mean;
    std::vector<Sum> columns(of.raters);
    std::vector<double> away(of.values.size());
    std::vector<double> rows(of.subjects);
    Sum between;
    for (std::size_t i = 0; i < of.subjects; ++i) {
        Sum row;
        for (std::size_t j = 0; j < of.raters; ++j) {
            away[i * of.raters + j] = of.at(i, j) - ms.grand_mean;
            row.add(away[i * of.raters + j]);
            columns[j].add(away[i * of.raters + j]);
        }
        rows[i] = row.over(ms.k());
        between.add(rows[i] * rows[i]);
    }
    Sum raters;
    for (const Sum& column : columns) raters.add(column.over(ms.n()) * column.over(ms.n()));
    Sum error;
    for (std::size_t i = 0; i < of.subjects; ++i) {
        for (std::size_t j = 0; j < of.raters; ++j) {
            const double rest = away[i * of.raters + j] - rows[i] - columns[j].over(ms.n());
            error.add(rest * rest);
        }
    }
    const double largest = largest_size(of.values);
    const auto kept = [&](const Sum& sum, double times, std::size_t terms) {
        return times * without_noise(sum.value(), terms, largest);
    };
    const double of_raters = kept(raters, ms.n(), of.raters);
    const double of_error = kept(error, 1.0, of.values.size());
    ms.between = kept(between, ms.k(), of.subjects) / (ms.n() - 1.0);
    ms.occasions = of_raters / (ms.k() - 1.0);
    ms.residual = of_error / ((ms.n() - 1.0) * (ms.k() - 1.0));
    ms.within = (of_raters + of_error) / (ms.n() * (ms.k() - 1.0));
    return ms;
}

}  // namespace eczscore::stats::detail

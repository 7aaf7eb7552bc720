// SPDX-License-Identifier: BSL-1.0
// Columns scored one row at a time by score(): what every kernel must equal, and the way for
// instruments that no kernel fits.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "eczscore/core/status.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/detail/batch_checks.hpp"
#include "eczscore/score/detail/codes.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::detail {

/// The answer in one cell.
inline Answer answer_at(const Scale& scale, const Column& column, std::size_t row) {
    if (!column.has_data() || !column.is_valid(row)) return {};
    return column.visit([&](const auto* values) -> Answer {
        const auto value = values[row];
        using T = std::remove_const_t<decltype(value)>;
        if constexpr (std::same_as<T, std::uint8_t>) {
            return answer_of_code(scale, value);
        } else {
            if constexpr (ColumnInteger<T>) {
                if (column.is_dictionary()) return answer_of_index(column.answers(), value);
            }
            return Answer(value);
        }
    });
}
/// A byte of an age is a whole number of its units.
inline Age age_at(const Column& column, AgeUnit unit, std::size_t row) {
    constexpr Scale whole = whole_points(0, max_code);
    return age_of(answer_at(whole, column, row), unit);
}

template <class Units>
void put_units(Units* out, std::size_t row, const Score& score) {
    if (out == nullptr) return;
    out[row] =
        score.is_scored() ? static_cast<Units>(score.units) : std::numeric_limits<Units>::max();
}

inline void put_row(const Instrument& instrument, const Tally& tallied,
                    std::span<const Answer> answers, Age age, std::size_t row,
                    const BatchOutput& out) {
    const Score score = finish(instrument, tallied, answers);
    put_units(out.units16, row, score);
    put_units(out.units32, row, score);
    put_units(out.units64, row, score);
    if (out.value != nullptr) out.value[row] = score.to_double();
    if (out.status != nullptr) out.status[row] = static_cast<std::uint8_t>(score.status);
    if (out.warning != nullptr) out.warning[row] = score.has_warning() ? 1 : 0;
    if (out.band != nullptr) {
        const BandScheme* scheme =
            out.scheme != nullptr ? out.scheme : default_bands(instrument, age);
        const Band* found = scheme == nullptr ? nullptr : band(*scheme, score);
        out.band[row] =
            found == nullptr ? 255 : static_cast<std::uint8_t>(found - scheme->bands.data());
    }
    for (std::size_t d = 0; d < out.domains.size(); ++d) {
        if (out.domains[d] != nullptr) {
            put_units(out.domains[d], row, subscore(instrument, tallied, d));
        }
    }
}

/// Scores every row; the caller has checked that input and output fit the instrument.
inline void score_rows(const Instrument& instrument, const BatchInput& in, const BatchOutput& out) {
    std::array<Answer, max_items> answers{};
    for (std::size_t row = 0; row < in.rows; ++row) {
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t index, const Item& item) {
            answers[index] = answer_at(item.scale, in.items[index], row);
        });
        const Age age = age_at(in.age, in.age_unit, row);
        const std::span<const Answer> all(answers.data(), in.items.size());
        put_row(instrument, tally(instrument, all, age), all, age, row, out);
    }
}

}  // namespace eczscore::detail

// SPDX-License-Identifier: BSL-1.0
// Adds up what every code of every item contributes.
#include "table/check_briefs.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace eczscore::table {

namespace {

/// Units for which exact scores are kept; beyond, they are made anew.
constexpr std::uint64_t most_exacts = std::uint64_t{1} << 16;

}  // namespace

CheckBriefs::CheckBriefs(const ScorePlan& plan, std::size_t instrument)
    : instrument_(*plan.instruments[instrument].instrument),
      which_(instrument),
      by_value_(plan.instruments[instrument].by_value),
      fingerprints_(chunk_rows),
      values_(chunk_rows),
      counts_(chunk_rows),
      wide_first_(chunk_rows),
      wide_answered_(chunk_rows),
      wide_differs_(chunk_rows) {
    blanks_.values = all_values;
    const std::vector<std::size_t>& sources = plan.instruments[instrument].sources;
    for (std::size_t item = 0; item < sources.size(); ++item) {
        const Entry blank = entry(item, Answer{});
        if (sources[item] == no_source) {
            blanks_.fingerprint += blank.fingerprint;
            continue;
        }
        const ScoreSource& source = plan.sources[sources[item]];
        if (source.wide) {
            wide_.push_back({source.index, item});
            continue;
        }
        CodeColumn column{source.index, {}};
        for (std::size_t code = 0; code < unknown_code; ++code) {
            const std::int64_t unit = millionths_per_point / source.item->scale.units_per_point;
            const Answer answer = Answer::from_millionths(static_cast<std::int64_t>(code) * unit);
            if (source.item->scale.allows(answer)) column.entries[code] = entry(item, answer);
        }
        column.entries[code_missing] = blank;
        column.entries[code_not_relevant] = entry(item, Answer::not_relevant());
        column.entries[unknown_code].counts = 1U << 20;
        codes_.push_back(std::move(column));
    }
}

/// A bit for each value that an item may have; none when there are too many.
std::uint64_t CheckBriefs::value_bit(std::int64_t millionths) {
    const auto found = std::find(millionths_.begin(), millionths_.end(), millionths);
    const auto place = static_cast<std::size_t>(found - millionths_.begin());
    if (place == 64) return 0;
    if (found == millionths_.end()) millionths_.push_back(millionths);
    return std::uint64_t{1} << place;
}

CheckBriefs::Entry CheckBriefs::entry(std::size_t item, const Answer& answer) {
    Entry made;
    made.fingerprint = trial::checks::detail::fingerprint(item, answer);
    made.values = all_values;
    if (answer.is_missing()) return made;
    made.values = 0;
    made.counts = 1;
    if (!answer.is_value()) return made;
    made.values = value_bit(answer.millionths());
    if (made.values == 0) made.counts |= 1U << 20;  // no bit is left: look at the row itself
    if (answer.millionths() != 0) made.counts |= 1U << 10;
    return made;
}

void CheckBriefs::read(const ScoreChunk& chunk) {
    const std::size_t rows = chunk.rows();
    std::fill_n(fingerprints_.begin(), rows, blanks_.fingerprint);
    std::fill_n(values_.begin(), rows, all_values);
    std::fill_n(counts_.begin(), rows, 0U);
    for (const CodeColumn& column : codes_) {
        const std::uint8_t* const codes = chunk.codes(column.index);
        const Entry* const entries = column.entries.data();
        for (std::size_t row = 0; row < rows; ++row) {
            const Entry& each = entries[codes[row]];
            fingerprints_[row] += each.fingerprint;
            values_[row] &= each.values;
            counts_[row] += each.counts;
        }
    }
    if (!wide_.empty()) {
        std::fill_n(wide_answered_.begin(), rows, std::uint8_t{0});
        std::fill_n(wide_differs_.begin(), rows, std::uint8_t{0});
        for (const WideColumn& column : wide_) read_wide(chunk, column);
    }
    for (std::size_t row = 0; row < rows; ++row) {
        if (chunk.is_rounded(row)) counts_[row] |= 1U << 20;
    }
}

void CheckBriefs::read_wide(const ScoreChunk& chunk, const WideColumn& column) {
    const double* const numbers = chunk.numbers(column.index);
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
        if (numbers[row] == unknown_number) {
            counts_[row] |= 1U << 20;
            continue;
        }
        const Answer answer(numbers[row]);
        fingerprints_[row] += trial::checks::detail::fingerprint(column.item, answer);
        if (answer.is_missing()) continue;
        if (!answer.is_value()) {
            counts_[row] |= 1U << 20;
            continue;
        }
        counts_[row] += answer.millionths() != 0 ? 1U | (1U << 10) : 1U;
        if (wide_answered_[row] == 0) {
            wide_answered_[row] = 1;
            wide_first_[row] = answer.millionths();
        } else if (wide_first_[row] != answer.millionths()) {
            wide_differs_[row] = 1;
        }
    }
}

/// units / denominator of the instrument.
Exact CheckBriefs::exact(std::uint64_t units) {
    const auto made = [&] {
        return Exact::ratio(static_cast<std::int64_t>(units), instrument_.plan.denominator);
    };
    if (units >= most_exacts) return made();
    if (units >= exacts_.size()) exacts_.resize(units + 1, Exact::not_a_number());
    if (!exacts_[units].is_number()) exacts_[units] = made();
    return exacts_[units];
}

trial::checks::Brief CheckBriefs::brief(const ScoreChunk& chunk, std::size_t row) {
    const ChunkScores& scores = chunk.scores(which_);
    trial::checks::Brief made;
    made.fingerprint = fingerprints_[row];
    made.answered = static_cast<std::uint16_t>(counts_[row] & count_mask);
    made.above_0 = static_cast<std::uint16_t>((counts_[row] >> 10) & count_mask);
    const auto status = static_cast<Status>(scores.status[row]);
    if (is_scored(status)) {
        made.has_score = true;
        made.score = by_value_ ? scores.values[row] : exact(scores.units(row));
    }
    if (status == Status::not_applicable) {
        std::size_t form = 0;
        made.is_outside_ages =
            eczscore::detail::choose_form(instrument_, chunk.age(which_, row), form) == status;
    }
    const std::uint64_t values = values_[row];
    const bool any_code = values != all_values;
    const bool any_wide = !wide_.empty() && wide_answered_[row] != 0;
    const std::int64_t code_value =
        any_code && values != 0 ? millionths_[static_cast<std::size_t>(std::countr_zero(values))]
                                : 0;
    made.is_uniform = values != 0 && !(any_wide && wide_differs_[row] != 0) &&
                      !(any_code && any_wide && code_value != wide_first_[row]);
    made.same_millionths = any_code ? code_value : any_wide ? wide_first_[row] : 0;
    return made;
}

}  // namespace eczscore::table

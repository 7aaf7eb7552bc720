// SPDX-License-Identifier: BSL-1.0
// One instrument's cells of one row as strings, for the formats that need no speed.
#pragma once

#include <string>
#include <vector>

#include "eczscore/report/number.hpp"
#include "table/score_chunk.hpp"
#include "table/score_notes.hpp"

namespace eczscore::table {

/// Score, band, status, note, then the sub-scores, in the order of `ScoreInstrument::names`.
class ScoreRow {
public:
    explicit ScoreRow(const ScorePlan& plan) : plan_(plan) {
        for (std::size_t i = 0; i < plan.instruments.size(); ++i) notes_.emplace_back(plan, i);
    }

    /// Whether a cell of this place holds a number: the score and the sub-scores.
    static bool is_number(std::size_t place) { return place == 0 || place > 3; }

    /// The cells; empty where there is nothing. Valid until the next call.
    const std::vector<std::string>& cells(ScoreChunk& chunk, std::size_t instrument,
                                          std::size_t row) {
        const ScoreInstrument& scored = plan_.instruments[instrument];
        const ChunkScores& scores = chunk.scores(instrument);
        const auto status = static_cast<Status>(scores.status[row]);
        const std::int64_t denominator = scored.instrument->plan.denominator;
        const auto number = [&](bool there, std::uint64_t units) {
            return there ? report::number_text(
                               Exact::ratio(static_cast<std::int64_t>(units), denominator))
                         : std::string();
        };
        cells_.clear();
        if (scored.by_value) {
            cells_.push_back(is_scored(status) ? report::number_text(scores.values[row])
                                               : std::string());
        } else {
            cells_.push_back(number(is_scored(status), scores.units(row)));
        }
        const BandScheme* scheme = scheme_for(scored, chunk.age(instrument, row));
        const bool banded = scheme != nullptr && scores.band[row] < scheme->bands.size();
        cells_.emplace_back(banded ? std::string_view(scheme->bands[scores.band[row]].id)
                                   : std::string_view());
        cells_.emplace_back(name(status));
        cells_.emplace_back(scores.remarkable[row] == 0 ? std::string_view()
                                                        : notes_[instrument].note(chunk, row));
        for (const auto& domain : scores.domains) {
            const bool shown =
                is_scored(status) || plan_.regional_only || status == Status::needs_data;
            cells_.push_back(number(shown && domain[row] != 0xffffffff, domain[row]));
        }
        return cells_;
    }

private:
    const ScorePlan& plan_;
    std::vector<ScoreNotes> notes_;
    std::vector<std::string> cells_;
};

}  // namespace eczscore::table

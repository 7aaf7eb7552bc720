// SPDX-License-Identifier: BSL-1.0
// A row per subject: baseline, value, change, and what every threshold says.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/model/instrument.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/table/change_rows.hpp"
#include "eczscore/table/row_writer.hpp"

namespace eczscore::table {

/// How many subjects could be judged.
struct ChangeCounts {
    std::size_t evaluable = 0;
    std::size_t not_evaluable = 0;  ///< a visit or a score is not there
    std::size_t duplicates = 0;     ///< a visit is there twice
};

/// Makes the row of each subject. People (`Format::table`) see the responder definitions and the
/// default verdict, a percentage with one decimal and no bands; files hold everything.
class ChangeTable {
public:
    /// scheme  of the bands; null: the default one for the age
    ChangeTable(const ChangeOptions& options, const Instrument& instrument,
                const BandScheme* scheme, Format format);

    /// The names of the columns.
    std::vector<std::string> columns() const;
    /// Writes the row of one subject.
    void write(RowWriter& rows, const SubjectVisits& subject);
    /// The subjects written so far.
    const ChangeCounts& counts() const { return counts_; }

private:
    /// A threshold with columns of its own.
    struct Judge {
        const Threshold* threshold;
        bool shows_response;
        bool shows_verdict;
    };

    void put(std::string_view text, Cell::Kind kind = Cell::Kind::as_found);
    void put_word(std::string_view word);
    void by(const SubjectVisits& subject);
    void score_and_band(const VisitScore& visit, Exact value, bool twice);
    void numbers(const VisitScore& first, const VisitScore& later, const Change& c,
                 const JudgedChange& judged, bool twice);
    void judgements(const JudgedChange& judged);
    std::string note(const SubjectVisits& subject, const Change& c, bool twice) const;

    const ChangeOptions& options_;
    const Instrument& instrument_;
    const BandScheme* scheme_;
    Format format_;
    std::vector<Judge> judges_;
    ChangeCounts counts_;
    std::vector<Cell> cells_;        // of one row: views of words and of the texts
    std::size_t filled_ = 0;         // of them
    std::deque<std::string> texts_;  // those behind `used_` are of the row before
    std::size_t used_ = 0;
};

}  // namespace eczscore::table

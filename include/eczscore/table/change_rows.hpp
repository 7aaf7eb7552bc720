// SPDX-License-Identifier: BSL-1.0
// What a table says about every subject at two visits: scores and remarks, never the rows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "eczscore/io/csv.hpp"
#include "eczscore/score/score.hpp"
#include "eczscore/table/change_options.hpp"
#include "eczscore/table/failure.hpp"

namespace eczscore::table {

/// One subject at one visit.
struct VisitScore {
    Score score{};  ///< its value, status and form; nothing about single items
    Age age{};
    std::string note;          ///< the sentence about the score
    std::uint64_t line = 0;    ///< where the row is; 0: there is none
    std::uint64_t second = 0;  ///< where a second row of the same visit is; 0: there is none

    /// The table has a row for it.
    bool found() const { return line != 0; }
};

/// The two visits of one subject.
struct SubjectVisits {
    std::string id;
    std::array<VisitScore, 2> visits;            ///< baseline, and the visit to judge
    std::array<std::vector<std::string>, 2> by;  ///< the columns carried along, at each
};

class ChangeRows;

/// The subjects of a table, each put together when it is asked for.
class SubjectList {
public:
    /// rows  outlive this
    explicit SubjectList(const ChangeRows& rows) : rows_(&rows) {}

    std::size_t size() const;
    SubjectVisits operator[](std::size_t subject) const;

    /// Goes through the subjects.
    class Iterator {
    public:
        /// At one of the subjects, or behind the last.
        Iterator(const SubjectList& list, std::size_t at) : list_(&list), at_(at) {}
        SubjectVisits operator*() const { return (*list_)[at_]; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return at_ != other.at_; }

    private:
        const SubjectList* list_;
        std::size_t at_;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

private:
    const ChangeRows* rows_;
};

/// Reads a table and keeps of every subject what its two visits need: some 200 bytes.
class ChangeRows {
public:
    /// Without columns: call `open` first.
    ChangeRows();
    /// Takes the rows over; the other may only be assigned to or destroyed then.
    ChangeRows(ChangeRows&&) noexcept;
    ChangeRows& operator=(ChangeRows&&) noexcept;
    ~ChangeRows();

    /// Finds its columns.
    /// options  outlive this
    /// returns  the sentence of a usage error, or nothing
    Failure open(const ChangeOptions& options, const Instrument& instrument,
                 std::span<const std::string> header);

    /// Reads every row and scores those of the two visits; other rows are left out.
    /// reader  of the table whose header was opened
    /// returns  the error that ended it, or nothing
    std::optional<io::CsvError> read(io::CsvReader& reader);

    /// In the order in which they first appear.
    SubjectList subjects() const { return SubjectList(*this); }
    /// Lines for standard error about the columns.
    const std::vector<std::string>& remarks() const;
    /// The first names of visits in the table, up to a thousand.
    std::set<std::string, std::less<>> visit_names() const;
    /// Rows without a subject, which are left out.
    std::uint64_t nameless() const;
    /// The line of the first of these.
    std::uint64_t first_nameless() const;

private:
    friend class SubjectList;
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace eczscore::table

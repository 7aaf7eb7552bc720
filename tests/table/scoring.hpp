// SPDX-License-Identifier: BSL-1.0
// `score` without its command: any source, format, number of threads and size of blocks.
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unistd.h>

#include "catch_compat.hpp"
#include "eczscore/table/names.hpp"
#include "table/kernel_choice.hpp"
#include "table/score_plan.hpp"
#include "table/score_run.hpp"

namespace eczscore::testing {

/// How a table is scored.
struct Way {
    table::Format format = table::Format::csv;
    unsigned threads = 1;
    std::size_t block_bytes = std::size_t{256} << 10;
};

/// A file without a name, for what is written.
class Paper {
public:
    Paper() : file_(std::tmpfile(), &std::fclose) { REQUIRE(file_ != nullptr); }
    int descriptor() const { return ::fileno(file_.get()); }
    void clear() {
        REQUIRE(::ftruncate(descriptor(), 0) == 0);
        REQUIRE(::lseek(descriptor(), 0, SEEK_SET) == 0);
    }
    std::string text() const {
        std::string text(static_cast<std::size_t>(::lseek(descriptor(), 0, SEEK_END)), '\0');
        REQUIRE(::pread(descriptor(), text.data(), text.size(), 0) ==
                static_cast<ssize_t>(text.size()));
        return text;
    }

private:
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

/// Makes a file one that is read from its beginning.
inline void fill(const Paper& paper, const std::string& text) {
    REQUIRE(::write(paper.descriptor(), text.data(), text.size()) ==
            static_cast<ssize_t>(text.size()));
    REQUIRE(::lseek(paper.descriptor(), 0, SEEK_SET) == 0);
}

/// A table and the plan to score it.
class TableScoring {
public:
    TableScoring(std::vector<std::string> ids, std::string table, table::ScoreOptions options = {})
        : table_(std::move(table)), plan_(make(std::move(ids), options)) {}

    const std::string& table() const { return table_; }
    const table::ScorePlan& plan() const { return plan_; }

    /// Scores what a source gives; it must begin with the header of the table.
    table::ScoreOutcome run(io::CsvSource source, Way way, int descriptor) const {
        auto reader = io::CsvReader::open(
            source, {.block_bytes = way.block_bytes, .index = plan_.kernels.index});
        if (!reader) return {.input_error = reader.error()};
        const table::ScoreWriting how{.format = way.format, .counts_invalid = true};
        table::ScoreRun run(plan_, *reader, descriptor, how);
        return run.run(way.threads);
    }
    /// Scores the table; returns the output.
    std::string output(Way way) const {
        Paper paper;
        std::string_view rest = table_;
        const table::ScoreOutcome outcome = run(io::csv_memory(rest), way, paper.descriptor());
        REQUIRE_FALSE(outcome.input_error);
        REQUIRE(outcome.output_error == 0);
        REQUIRE_FALSE(outcome.out_of_memory);
        return paper.text();
    }

private:
    table::ScorePlan make(std::vector<std::string> ids, const table::ScoreOptions& options) const {
        std::string_view rest = table_;
        const auto reader = io::CsvReader::open(io::csv_memory(rest));
        REQUIRE(reader);
        auto plan = table::make_score_plan(options, *table::find_instruments(ids), *reader);
        if (!plan) FAIL(plan.error().sentence);
        plan->kernels = *table::choose_kernels();
        return std::move(*plan);
    }

    std::string table_;
    table::ScorePlan plan_;
};

}  // namespace eczscore::testing

// SPDX-License-Identifier: BSL-1.0
// How far a run is, and the columns that it writes.
// Covers: report/columns.hpp
#include <cstddef>
#include <string>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/report/columns.hpp"
#include "eczscore/report/describe_json.hpp"
#include "eczscore/table/csv_scoring.hpp"
#include "report/read_json.hpp"
#include "table/scoring.hpp"

using namespace eczscore;
using testing::fill;
using testing::Json;
using testing::Paper;
using testing::read_json;

TEST_CASE("Scoring a table: progress is told to the caller block by block", "[threads]") {
    const std::string header = "subject,viga_ad_grade\n";
    std::string rows;
    for (int row = 0; row < 200'000; ++row) rows += "a,3\n";
    const Paper input;
    fill(input, header + rows);
    auto trial = table::CsvScoring::open(input.descriptor(), "trial.csv", {&viga_ad::instrument});
    REQUIRE(trial);
    std::vector<table::ScoreProgress> told;
    table::ScoreWriting how{.threads = 2};
    how.progress = [&](const table::ScoreProgress& so_far) { told.push_back(so_far); };
    const Paper paper;
    REQUIRE(trial->write(paper.descriptor(), how).ok());
    REQUIRE(told.size() > 1);
    std::size_t wrong = 0;
    for (std::size_t i = 1; i < told.size(); ++i) {
        wrong += told[i].rows <= told[i - 1].rows;
        wrong += told[i].bytes != 4 * told[i].rows;
    }
    CHECK(wrong == 0);
    CHECK(told.back().rows == 200'000);
    CHECK(told.back().bytes == rows.size());
}

TEST_CASE("Scoring a table: the columns written are those that each instrument describes") {
    table::ScoreOptions options;
    options.select.emplace();
    std::size_t wrong = 0;
    for (const Instrument* instrument : registry) {
        std::string header;
        for_each_item(instrument->forms[0], [&](std::size_t, std::size_t, const Item& item) {
            header += (header.empty() ? "" : ",") + report::column_name(*instrument, item);
        });
        const Paper input;
        fill(input, header + ",age_years\n");
        auto trial =
            table::CsvScoring::open(input.descriptor(), "trial.csv", {instrument}, options);
        REQUIRE(trial);
        const Paper paper;
        REQUIRE(trial->write(paper.descriptor()).ok());
        std::string expected;
        for (const std::string& name : report::output_columns(*instrument)) {
            expected += (expected.empty() ? "" : ",") + name;
        }
        wrong += paper.text() != expected + "\n";
        const Json described = read_json(report::describe_json(*instrument))["outputs"];
        wrong += described != Json(report::output_columns(*instrument));
    }
    CHECK(wrong == 0);
}

TEST_CASE("Columns of a table: names of items, and of sub-scores behind the score") {
    CHECK(report::column_name("easi", "trunk_area", "_percent") == "easi_trunk_area_percent");
    CHECK(report::output_columns(poem::instrument) ==
          std::vector<std::string>{"poem_score", "poem_band", "poem_status", "poem_note"});
    const std::vector<std::string> columns = report::output_columns(easi::instrument);
    CHECK(columns.size() == 8);
    CHECK(columns.back() == "easi_lower_limbs");
    CHECK(report::subscore_domains(easi::instrument) == std::vector<std::size_t>{0, 1, 2, 3});
}

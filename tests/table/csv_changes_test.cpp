// SPDX-License-Identifier: BSL-1.0
// Two visits of every subject of a CSV table, as rows and as a summary.
// Covers: table/change_table.hpp
#include <string>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments/poem.hpp"
#include "eczscore/instruments/viga_ad.hpp"
#include "eczscore/table/csv_changes.hpp"
#include "table/scoring.hpp"

using namespace eczscore;
using namespace std::string_literals;  // g++ 12 warns of literals above 15 characters
using Catch::Matchers::ContainsSubstring;
using table::ChangeOptions;
using table::CsvChanges;
using table::Failure;
using testing::Paper;

namespace {

ChangeOptions two_visits() {
    ChangeOptions options;
    options.baseline = "base";
    options.at = "end";
    options.by = {"arm"};
    return options;
}

const std::string table_of_trial =
    "subject,visit,arm,viga_ad_grade\n"
    "a,base,X,4\na,end,X,1\nb,base,Y,3\nb,end,X,3\nc,base,Y,3\nd,base,X,2\nd,base,X,2\nd,end,X,1\n";

/// Opens a text as a table.
class Table {
public:
    explicit Table(const std::string& text, const ChangeOptions& options = two_visits()) {
        testing::fill(paper_, text);
        auto opened =
            CsvChanges::open(paper_.descriptor(), "trial.csv", viga_ad::instrument, options);
        if (opened) {
            changes_.emplace(std::move(*opened));
        } else {
            failure_ = opened.error();
        }
    }
    CsvChanges& operator*() { return *changes_; }
    const Failure& failure() const { return failure_; }

private:
    Paper paper_;
    std::optional<CsvChanges> changes_;
    Failure failure_;
};

}  // namespace

TEST_CASE("Changes of a table: a row per subject, with bands, verdicts, status and note") {
    Table table(table_of_trial);
    REQUIRE(table.failure().empty());
    CHECK((*table).remarks().empty());
    REQUIRE((*table).read().empty());
    const Paper paper;
    const table::ChangeOutcome outcome = (*table).write(paper.descriptor());
    REQUIRE(outcome.ok());
    const table::ChangeCounts& counts = outcome.counts;
    CHECK(counts.evaluable == 2);
    CHECK(counts.not_evaluable == 1);
    CHECK(counts.duplicates == 1);
    const std::string text = paper.text();
    CHECK_THAT(text, ContainsSubstring("subject,arm,baseline,baseline_band,value,band,change,"
                                       "percent_improvement,"));
    CHECK_THAT(text, ContainsSubstring("\na,X,4,severe,1,almost_clear,-3,75,"));
    CHECK_THAT(text, ContainsSubstring("\nb,Y,3,moderate,3,moderate,0,0,"));
    CHECK_THAT(text, ContainsSubstring("the columns of by differ between the visits"));
    CHECK_THAT(text, ContainsSubstring("not_evaluable,no row for the visit 'end'."));
    CHECK_THAT(text,
               ContainsSubstring("duplicate,\"visit 'base' is there twice, in lines 7 and 8"));
}

TEST_CASE("Changes of a table: the summary of its groups") {
    Table table(table_of_trial);
    REQUIRE((*table).read().empty());
    const table::Summarised found = (*table).summary();
    REQUIRE(found.summary.groups.size() == 2);
    CHECK(found.summary.groups[0].name == "X");
    CHECK(found.summary.groups[0].n == 1);
    CHECK(found.summary.groups[0].improvement.estimate == 3.0);
    CHECK(found.changed == 1);
}

TEST_CASE("Changes of a table: what cannot be compared is said, and whose mistake it is") {
    ChangeOptions options = two_visits();
    options.at = "ende";
    Table mistyped(table_of_trial, options);
    REQUIRE(mistyped.failure().empty());
    const Failure unknown = (*mistyped).read();
    CHECK(unknown.sentence ==
          "at: no row has the visit 'ende' in the column 'visit'; the nearest is 'end'");
    CHECK(unknown.cause == Failure::Cause::request);
    options.at = "base";
    CHECK(Table(table_of_trial, options).failure().sentence ==
          "baseline and at are the same visit, 'base'");
    Table broken(table_of_trial + "e,base\n");
    REQUIRE(broken.failure().empty());
    const Failure ragged = (*broken).read();
    CHECK(ragged.cause == Failure::Cause::file);
    CHECK_THAT(ragged.sentence, ContainsSubstring("trial.csv:10:"));
    CHECK(Table("").failure().cause == Failure::Cause::file);
}

TEST_CASE("Changes of a table: what a summary cannot be asked") {
    const auto trouble = [](const ChangeOptions& options) {
        return table::summary_trouble(options, poem::instrument).sentence;
    };
    ChangeOptions options = two_visits();
    CHECK(trouble(options).empty());
    options.confidence_level = 1.0;
    CHECK(trouble(options) == "level is between 0 and 1, such as 0.95"s);
    options = two_visits();
    options.by = {};
    options.control = "Y";
    options.names = {.before = "--", .between = '-'};
    CHECK(trouble(options) ==
          "--control names one of the groups that --by makes: add --by COLUMN"s);
    options.control.clear();
    options.entry_cutoff = 12;
    CHECK_THAT(trouble(options), ContainsSubstring("needs --entry-cutoff, --population-mean"));
    options.population_mean = 15;
    options.population_sd = 5;
    options.reliability = 0.8;
    CHECK(trouble(options).empty());
    options.entry_cutoff = 29;
    CHECK(trouble(options) == "--entry-cutoff: a score of poem is from 0 to 28"s);
    options.entry_cutoff = 12;
    options.population_sd = 0;
    CHECK(trouble(options) == "--population-sd is more than 0"s);
    options.population_sd = 5;
    options.reliability = 1.5;
    CHECK_THAT(trouble(options), ContainsSubstring("--reliability is from 0 to 1"));
    options.reliability = 0.8;
    options.baselines = 0;
    CHECK(trouble(options) == "--baselines is 1 or more"s);
}

// SPDX-License-Identifier: BSL-1.0
// Groups in order, their numbers by hand, and the rows of a summary.
#include "eczscore/table/change_summary.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <unistd.h>

#include "catch_compat.hpp"
#include "table/change_tables.hpp"

using namespace eczscore;
using namespace eczscore::testing;
using table::ChangeOptions;
using table::Format;
using table::Summarised;

namespace {

ChangeOptions by_arm(std::string control = "") {
    ChangeOptions options = two_visits();
    options.by = {"arm"};
    options.control = std::move(control);
    return options;
}

Summarised summary_of(const ChangeOptions& options, const std::vector<std::string>& lines) {
    return table::summarise(read(options, viga_ad::instrument, global, lines), options,
                            viga_ad::instrument);
}

std::string names_of(const Summarised& found) {
    std::string names;
    for (const auto& group : found.summary.groups) names += group.name + ";";
    return names;
}

/// The rows of a summary as CSV.
std::string rows_of(const Summarised& found) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::tmpfile(), &std::fclose);
    REQUIRE(file != nullptr);
    {
        io::CsvWriter out(::fileno(file.get()));
        table::RowWriter rows(out, Format::csv, table::summary_columns());
        table::write_summary_rows(rows, found.summary);
        rows.finish();
    }
    std::string text(static_cast<std::size_t>(::lseek(::fileno(file.get()), 0, SEEK_END)), '\0');
    REQUIRE(::pread(::fileno(file.get()), text.data(), text.size(), 0) ==
            static_cast<ssize_t>(text.size()));
    return text;
}

/// The first fields of the row of a quantity, up to its upper limit.
std::string row_of(const std::string& rows, const std::string& group_and_quantity) {
    const std::size_t at = rows.find("\n" + group_and_quantity + ",");
    if (at == std::string::npos) return "no row";
    const std::string line = rows.substr(at + 1, rows.find('\n', at + 1) - at - 1);
    std::size_t end = group_and_quantity.size() + 1;
    for (int field = 0; field < 3; ++field) end = line.find(',', end + (field > 0 ? 1 : 0));
    return line.substr(group_and_quantity.size() + 1, end - group_and_quantity.size() - 1);
}

/// X: 4 to 2, 3 to 2, 4 to 1. Y: 4 to 4, 3 to 2.
const std::vector<std::string> five{"a,base,X,4", "a,end,X,2", "b,base,X,3", "b,end,X,2",
                                    "c,base,X,4", "c,end,X,1", "d,base,Y,4", "d,end,Y,4",
                                    "e,base,Y,3", "e,end,Y,2"};

}  // namespace

TEST_CASE("Summary of a table: groups by name, the control last") {
    std::vector<std::string> lines = five;
    lines.insert(lines.end(), {"f,base,Z,4", "f,end,Z,4"});
    CHECK(names_of(summary_of(by_arm(), lines)) == "X;Y;Z;");
    CHECK(names_of(summary_of(by_arm("X"), lines)) == "Y;Z;X;");
    CHECK(names_of(summary_of(by_arm("Y"), lines)) == "X;Z;Y;");
    CHECK(names_of(summary_of(by_arm("no arm"), lines)) == "X;Y;Z;");
    CHECK_FALSE(summary_of(by_arm("X"), lines).summary.difference.has_value());
    CHECK(names_of(summary_of(two_visits(), lines)) == ";");
}

TEST_CASE("Summary of a table: means, medians and shares by hand") {
    const Summarised found = summary_of(by_arm("Y"), five);
    REQUIRE(found.summary.groups.size() == 2);
    const report::GroupChange& x = found.summary.groups[0];
    CHECK(x.subjects == 3);
    CHECK(x.n == 3);
    CHECK(x.not_evaluable.empty());
    CHECK(x.baseline.mean == Approx(11.0 / 3.0));
    CHECK(x.later.mean == Approx(5.0 / 3.0));
    CHECK(x.improvement.estimate == Approx(2.0));
    CHECK(x.change.estimate == Approx(-2.0));
    CHECK(x.median_improvement.estimate == Approx(2.0));
    CHECK(x.hodges_lehmann_improvement.estimate == Approx(2.0));
    CHECK(x.smallest_p == Approx(0.25));  // 2 / 2^3
    CHECK(x.percent.mean_of_percents.estimate == Approx((50.0 + 100.0 / 3.0 + 75.0) / 3.0));
    CHECK(x.percent.percent_of_means == Approx(100.0 * 6.0 / 11.0));
    REQUIRE(found.summary.difference.has_value());
    CHECK(found.summary.difference->group == "X");
    CHECK(found.summary.difference->control == "Y");
    CHECK(found.summary.difference->mean.estimate == Approx(1.5));
    CHECK(found.summary.instrument == &viga_ad::instrument);
    CHECK(found.summary.baseline == "base");
    CHECK(found.summary.at == "end");
}

TEST_CASE("Summary of a table: the same bits in any order of the rows") {
    const std::string rows = rows_of(summary_of(by_arm("Y"), five));
    std::vector<std::string> lines = five;
    std::sort(lines.begin(), lines.end());
    for (int turn = 0; turn < 24; ++turn) {
        std::next_permutation(lines.begin(), lines.end());
        std::rotate(lines.begin(), lines.begin() + 3, lines.end());
        CHECK(rows_of(summary_of(by_arm("Y"), lines)) == rows);
    }
}

TEST_CASE("Summary of a table: subjects that no count includes, and names that are not text") {
    std::vector<std::string> lines = five;
    lines.insert(lines.end(), {"g,other,X,3", "h,base,X,4", "h,end,Y,4", "i,base,\xff,4",
                               "i,end,\xff,4", "j,base,X,4", "k,base,\xfe,4"});
    const Summarised found = summary_of(by_arm(), lines);
    CHECK(found.nowhere == 1);
    CHECK(found.changed == 1);
    CHECK(found.not_utf8 == 2);
    CHECK(found.first_not_utf8 == "\xfe");
    CHECK(found.summary.groups[0].subjects == 5);
    REQUIRE(found.summary.groups[0].not_evaluable.size() == 1);
    CHECK(found.summary.groups[0].not_evaluable[0].reason == "no row for end");
    CHECK(found.summary.groups.back().name == "\xef\xbf\xbd");
}

TEST_CASE("Summary of a table: an entry rule corrects each group") {
    ChangeOptions options = two_visits();
    CHECK_FALSE(options.has_entry_rule());
    options.entry_cutoff = 3;
    options.population_mean = 2.5;
    options.population_sd = 1.0;
    options.reliability = 0.8;
    CHECK(options.has_entry_rule());
    const Summarised found = summary_of(options, five);
    REQUIRE(found.summary.groups[0].selection.has_value());
    const report::SelectionEffect& effect = *found.summary.groups[0].selection;
    CHECK(effect.outside == 0);
    CHECK(effect.expected.estimate > 0.0);
    CHECK(effect.corrected.estimate ==
          Approx(found.summary.groups[0].improvement.estimate - effect.expected.estimate));
    options.entry_cutoff = 3.5;
    CHECK(summary_of(options, five).summary.groups[0].selection->outside == 2);
    options.baselines = 2;  // a mean of several decided: nobody is outside
    CHECK(summary_of(options, five).summary.groups[0].selection->outside == 0);
}

TEST_CASE("Summary rows: a row for each quantity, with its group") {
    CHECK(table::summary_columns().size() == 9);
    const std::string rows = rows_of(summary_of(by_arm("Y"), five));
    CHECK(rows.starts_with("group,quantity,estimate,lower,upper,level,n,method,state\n"));
    CHECK(row_of(rows, "X,subjects") == "3,,");
    CHECK(row_of(rows, "Y,evaluable") == "2,,");
    CHECK(row_of(rows, "X,baseline_zero") == "0,,");
    CHECK(row_of(rows, "Y,mean_improvement").starts_with("0.5,"));
    CHECK(row_of(rows, "X,mean_change").starts_with("-2,"));
    CHECK(row_of(rows, "X - Y,mean_improvement_difference").starts_with("1.5,"));
    const std::string all = rows_of(summary_of(two_visits(), five));
    CHECK(row_of(all, "all,subjects") == "5,,");
    CHECK(all.find(" - ") == std::string::npos);
}

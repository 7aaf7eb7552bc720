// SPDX-License-Identifier: BSL-1.0
// Files of licensed tables, checked against the instruments that take one.
#include "eczscore/table/licensed_tables.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/report/number.hpp"
#include "temporary.hpp"

using namespace eczscore;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using eczscore::testing::TemporaryFile;
using table::Failure;

namespace {

constexpr table::SettingNames as_options{.before = "--", .between = '-'};
Failure refusal(const std::string& text) {
    const TemporaryFile file(text);
    const auto tables = table::read_tables({file.path()}, as_options);
    return tables ? Failure() : tables.error();
}

std::string row(const Instrument& instrument, Exact score) {
    return "instrument,sum,score\n" + std::string(instrument.id) + ",8," +
           report::number_text(score) + "\n";
}
}  // namespace

TEST_CASE("Licensed tables: each instrument that takes one has its range, every other is refused") {
    std::size_t takers = 0;
    const Exact step = Exact::ratio(1, 1000);
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        const std::string id(std::string_view(instrument->id));
        if (instrument->table.empty()) {
            CHECK_THAT(refusal(row(*instrument, instrument->max)).sentence,
                       StartsWith("--table: '" + id +
                                  "' is no instrument that takes a table; the "
                                  "nearest is '"));
            continue;
        }
        ++takers;
        CHECK(refusal(row(*instrument, instrument->min)).empty());
        CHECK(refusal(row(*instrument, instrument->max)).empty());
        for (const Exact score : {instrument->min - step, instrument->max + step}) {
            CHECK(refusal(row(*instrument, score)).sentence ==
                  "--table: " + id + ", sum 8: the score " + report::number_text(score) +
                      " is outside the range " + report::number_text(instrument->min) + " to " +
                      report::number_text(instrument->max));
        }
    }
    CHECK(takers > 0);
}

TEST_CASE("Licensed tables: several files, and an id in any case") {
    const TemporaryFile one("instrument,sum,score\npromis_sd_4a,4,32\n");
    const TemporaryFile two("instrument,sum,score\npromis_sd_4a,5,37.5\n");
    const auto tables = table::read_tables({one.path(), two.path()}, as_options);
    REQUIRE(tables.has_value());
    CHECK(tables->table("promis_sd_4a").rows.size() == 2);
    CHECK(table::read_tables({}, as_options).value().instruments().empty());
    const auto twice = table::read_tables({one.path(), one.path()}, as_options);
    REQUIRE_FALSE(twice.has_value());
    CHECK_THAT(twice.error().sentence,
               ContainsSubstring("the sum 4 of promis_sd_4a is there twice"));
}

TEST_CASE("Licensed tables: a file that cannot be read is the file's fault, a wrong cell is not") {
    const TemporaryFile file;
    const auto absent = table::read_tables({file.path() + ".no"}, as_options);
    REQUIRE_FALSE(absent.has_value());
    CHECK(absent.error().cause == Failure::Cause::file);
    CHECK(absent.error().sentence ==
          "--table " + file.path() + ".no: cannot read: No such file or directory");
    const Failure empty = refusal("");
    CHECK(empty.cause == Failure::Cause::file);
    CHECK_THAT(empty.sentence, StartsWith("--table "));
    const Failure cell = refusal("instrument,sum,score\npromis_sd_4a,4,x\n");
    CHECK_THAT(cell.sentence, ContainsSubstring(":2: "));
    CHECK(cell.cause == Failure::Cause::request);
}

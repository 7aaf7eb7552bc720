// SPDX-License-Identifier: BSL-1.0
// A program scores a table: what comes out is what the library says of each row.
// Covers: table/score_options.hpp
#include "eczscore/table/csv_scoring.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "catch_compat.hpp"
#include "eczscore/instruments/poem.hpp"
#include "eczscore/instruments/viga_ad.hpp"
#include "table/change_tables.hpp"
#include "temporary.hpp"

using namespace eczscore;
using Catch::Matchers::ContainsSubstring;
using eczscore::testing::cells_of;
using eczscore::testing::TemporaryFile;
using table::CsvScoring;
using table::Failure;

namespace {

/// A file that is open for reading.
class Input {
public:
    explicit Input(std::string_view text)
        : file_(text), descriptor_(::open(file_.path().c_str(), O_RDONLY)) {
        REQUIRE(descriptor_ >= 0);
    }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;
    ~Input() { ::close(descriptor_); }
    int descriptor() const { return descriptor_; }

private:
    TemporaryFile file_;
    int descriptor_;
};

struct Written {
    table::ScoreOutcome outcome;
    std::string text;
};

Written write(CsvScoring& scoring, const table::ScoreWriting& how = {}) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::tmpfile(), &std::fclose);
    REQUIRE(file != nullptr);
    Written done{.outcome = scoring.write(::fileno(file.get()), how), .text = {}};
    done.text.resize(static_cast<std::size_t>(::lseek(::fileno(file.get()), 0, SEEK_END)));
    REQUIRE(::pread(::fileno(file.get()), done.text.data(), done.text.size(), 0) ==
            static_cast<ssize_t>(done.text.size()));
    return done;
}

Failure refusal(std::string_view text, const std::vector<const Instrument*>& instruments,
                const table::ScoreOptions& options = {}) {
    const Input input(text);
    const auto scoring = CsvScoring::open(input.descriptor(), "t.csv", instruments, options);
    return scoring ? Failure() : scoring.error();
}

/// The values of one column, in the order of the rows.
std::vector<std::string> column(const std::string& csv, const std::string& name) {
    std::vector<std::string> values;
    std::size_t place = 0;
    for (std::size_t at = 0, row = 0; at < csv.size(); ++row) {
        const std::size_t end = csv.find('\n', at);
        const std::vector<std::string> cells = cells_of(csv.substr(at, end - at));
        if (row == 0) {
            while (place < cells.size() && cells[place] != name) ++place;
            REQUIRE(place < cells.size());
        } else {
            values.push_back(cells[place]);
        }
        at = end + 1;
    }
    return values;
}

table::ScoreOptions mapped(std::string map) {
    table::ScoreOptions options;
    options.maps = {std::move(map)};
    return options;
}

const std::string grades = "id,viga_ad_grade\na,3\nb,0\nc,\nd,7\n";

}  // namespace

TEST_CASE("Scoring a table: each row has its score or why not, and the cells it came with") {
    const Input input(grades);
    auto scoring = CsvScoring::open(input.descriptor(), "t.csv", {&viga_ad::instrument});
    REQUIRE(scoring.has_value());
    CHECK(scoring->remarks().empty());
    const Written done = write(*scoring, {.counts_invalid = true});
    CHECK(done.outcome.ok());
    CHECK(done.outcome.rows == 4);
    CHECK(done.outcome.invalid_rows == 1);
    CHECK(column(done.text, "id") == cells_of("a,b,c,d"));
    CHECK(column(done.text, "viga_ad_grade") == cells_of("3,0,,7"));
    CHECK(column(done.text, "viga_ad_score") == cells_of("3,0,,"));
    CHECK(column(done.text, "viga_ad_status") == cells_of("ok,ok,missing,invalid"));
}

TEST_CASE("Scoring a table: options choose cells and rules") {
    const std::string poem_header =
        "poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness";
    const std::string text = "x,y," + poem_header + "\n1,2,1,1,1,1,1,1,1\n3,4,1,1,1,1,1,1,\n";
    const auto scored = [&](const table::ScoreOptions& options) {
        const Input input(text);
        auto scoring = CsvScoring::open(input.descriptor(), "t.csv", {&poem::instrument}, options);
        REQUIRE(scoring.has_value());
        return write(*scoring).text;
    };
    table::ScoreOptions options;
    CHECK(column(scored(options), "poem_score") == cells_of("7,6"));
    options.complete_only = true;
    CHECK(column(scored(options), "poem_score") == cells_of("7,"));
    options.select = {"y"};
    CHECK(scored(options).starts_with("y,poem_score,"));
    options.select = std::vector<std::string>();
    CHECK(scored(options).starts_with("poem_score,"));
    CHECK(column(scored(mapped("x=itch")), "poem_score") == cells_of("7,8"));
}

TEST_CASE("Scoring a table: remarks name the input, and the scoring can be handed on") {
    const Input input("g,viga_ad_grade\n3,1\n");
    auto scoring =
        CsvScoring::open(input.descriptor(), "t.csv", {&viga_ad::instrument}, mapped("g=grade"));
    REQUIRE(scoring.has_value());
    CsvScoring other = std::move(*scoring);
    CHECK(other.remarks() == std::vector<std::string>{"t.csv: the column 'viga_ad_grade' is not "
                                                      "read: map takes 'g' instead"});
    CHECK(column(write(other).text, "viga_ad_score") == cells_of("3"));
}

TEST_CASE("Scoring a table: why not, and whose fault it is") {
    const std::vector<const Instrument*> one{&viga_ad::instrument};
    const Failure empty = refusal("", one);
    CHECK(empty.cause == Failure::Cause::file);
    CHECK_THAT(empty.sentence, ContainsSubstring("t.csv"));
    const Failure column = refusal("a\n1\n", one);
    CHECK(column.cause == Failure::Cause::request);
    CHECK_THAT(column.sentence, ContainsSubstring("t.csv: viga_ad needs the column"));
    table::ScoreOptions no_file;
    no_file.map_file = "/no/such/file";
    const Failure map = refusal(grades, one, no_file);
    CHECK(map.cause == Failure::Cause::file);
    CHECK_THAT(map.sentence, ContainsSubstring("cannot read"));
}

TEST_CASE("Scoring a table: an input that goes wrong says where, after the rows before it") {
    const Input input("id,viga_ad_grade\na,3\nb\nc,1\n");
    auto scoring = CsvScoring::open(input.descriptor(), "t.csv", {&viga_ad::instrument});
    REQUIRE(scoring.has_value());
    const Written done = write(*scoring);
    CHECK_FALSE(done.outcome.ok());
    REQUIRE(done.outcome.input_error.has_value());
    CHECK(done.outcome.input_error->line == 3);
    CHECK(column(done.text, "viga_ad_score") == cells_of("3"));
}

TEST_CASE("Scoring a table: an output that cannot be written is said") {
    const Input input(grades);
    auto scoring = CsvScoring::open(input.descriptor(), "t.csv", {&viga_ad::instrument});
    REQUIRE(scoring.has_value());
    const table::ScoreOutcome outcome = scoring->write(input.descriptor(), {});  // read only
    CHECK(outcome.output_error == EBADF);
    CHECK_FALSE(outcome.ok());
}

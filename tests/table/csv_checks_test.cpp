// SPDX-License-Identifier: BSL-1.0
// The checks over a table read in chunks find what they find in visits put together one by one.
// Covers: table/check_settings.hpp, table/check_table.hpp
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/io/csv.hpp"
#include "eczscore/report/columns.hpp"
#include "eczscore/report/words.hpp"
#include "eczscore/table/csv_checks.hpp"
#include "table/finding_rows.hpp"
#include "table/scoring.hpp"
#include "table/visits.hpp"

using namespace eczscore;
namespace checks = eczscore::trial::checks;
using table::CheckTable;
using testing::Paper;

namespace {

/// What was found, and how the checks ran.
struct Found {
    std::string rows;
    std::string ran;
};

/// Visits put together cell by cell.
class OneByOne {
public:
    explicit OneByOne(const std::string& text) {
        std::string_view rest = text;
        auto reader = io::CsvReader::open(io::csv_memory(rest));
        REQUIRE(reader);
        const table::Failure failure = table_.open({}, reader->header());
        REQUIRE(failure.empty());
        io::CsvWriter out(paper_.descriptor());
        table::FindingRows rows(out, table::Format::csv);
        checks::EditChecks run(table_.layout());
        const auto error = io::csv_for_each_row(
            *reader, [&](std::span<const std::string_view> cells, std::uint64_t line) {
                rows.next_row();
                for (const auto& finding : run.visit(testing::visit_of(table_, cells, line))) {
                    rows.write(table_, finding, cells);
                }
            });
        REQUIRE_FALSE(error);
        run.finish([&](const std::vector<checks::Finding>& findings) {
            for (const checks::Finding& finding : findings) rows.write(table_, finding);
        });
        rows.finish();
        REQUIRE(out.flush() == 0);
        std::size_t idle = 0;
        for (std::size_t c = 0; c < checks::check_count; ++c) idle += run.looked(c) == 0;
        found_ = {paper_.text(), table::counted(checks::check_count - idle, "check") + " ran, " +
                                     std::to_string(idle) + " had nothing"};
    }

    const Found& found() const { return found_; }

private:
    CheckTable table_;
    Paper paper_;
    Found found_;
};

Found in_chunks(const std::string& text) {
    const Paper input;
    testing::fill(input, text);
    auto trial = table::CsvChecks::open(input.descriptor(), "trial.csv");
    REQUIRE(trial);
    const Paper paper;
    const table::CheckOutcome outcome = trial->write(paper.descriptor());
    REQUIRE(outcome.ok());
    REQUIRE(outcome.remarks.size() >= 2);
    return {paper.text(), outcome.remarks[outcome.remarks.size() - 2]};
}

/// Tables with subjects that repeat themselves, jump, answer alike, leave blanks and mistype.
class Tables {
public:
    explicit Tables(std::uint32_t seed) : random_(seed) {}

    std::string make(const std::vector<const Instrument*>& instruments, int subjects, bool typed) {
        std::string text = "subject,visit,day,age_years";
        std::vector<const Item*> items;
        for (const Instrument* instrument : instruments) {
            for_each_item(instrument->forms[0], [&](std::size_t, std::size_t, const Item& item) {
                text += "," + report::column_name(*instrument, item);
                items.push_back(&item);
            });
            if (typed) text += "," + report::column_name(std::string_view(instrument->id), "total");
        }
        text += '\n';
        for (int subject = 0; subject < subjects; ++subject) {
            add_subject("s" + std::to_string(subject), items, typed ? instruments.size() : 0, text);
        }
        return text;
    }

private:
    std::uint32_t below(std::uint32_t limit) {
        return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random_);
    }

    std::string allowed(const Item& item, std::uint32_t sameness) {
        if (item.labels_only) return std::string(item.words[0].word);
        if (item.scale.is_continuous()) {
            return report::number_text(item.scale.min) +
                   (sameness == 0 ? "" : "." + std::to_string(below(3)));
        }
        const std::vector<Exact> levels = report::levels(item.scale);
        const std::size_t place =
            sameness == 0 ? 1 % levels.size() : below(std::uint32_t(levels.size()));
        return report::number_text(levels[place]);
    }

    std::string cell(const Item& item, std::uint32_t sameness) {
        static constexpr const char* odd[] = {"",    "NA", "x",    "99",  "1.0000001",
                                              "0.5", "-1", "1.50", " 1 ", "not_relevant"};
        if (sameness != 0 && below(60) == 0) return odd[below(10)];
        return allowed(item, sameness);
    }

    void add_subject(const std::string& id, const std::vector<const Item*>& items,
                     std::size_t totals, std::string& text) {
        const std::uint32_t sameness = below(4);  // 0: one answer for all
        const std::uint32_t visits = 1 + below(5);
        std::string last;
        for (std::uint32_t visit = 0; visit < visits; ++visit) {
            const std::uint32_t name = below(12) == 0 ? below(5) : visit;
            const std::uint32_t day = below(12) == 0 ? below(60) : 14 * visit;
            text += below(50) == 0 ? "" : id;
            text += ",week_" + std::to_string(2 * name) + "," +
                    (below(30) == 0 ? "soon" : std::to_string(day)) + "," +
                    std::to_string(below(30) == 0 ? 4 : 30);
            if (last.empty() || below(3) != 0) {
                last.clear();
                const bool blank = below(10) == 0;
                for (const Item* item : items) last += "," + (blank ? "" : cell(*item, sameness));
            }
            text += last;
            for (std::size_t total = 0; total < totals; ++total) {
                text += "," + std::to_string(below(30));
            }
            text += '\n';
        }
    }

    std::mt19937 random_;
};

void same(const std::string& text) {
    const Found expected = OneByOne(text).found();
    const Found found = in_chunks(text);
    CHECK(found.rows == expected.rows);
    CAPTURE(found.ran);
    CHECK(found.ran.find(expected.ran) != std::string::npos);
}

}  // namespace

TEST_CASE("Checks in chunks: as in visits one by one, whatever instruments the table has") {
    const std::vector<std::vector<const Instrument*>> tables{
        {&easi::instrument},
        {&poem::instrument},
        {&scorad::instrument},
        {&dlqi::instrument},
        {&bsa::instrument, &easi::instrument},
        {&easi::instrument, &poem::instrument, &viga_ad::instrument},
        {&psqi::instrument},
        {&gais::instrument},
    };
    std::uint32_t seed = 1;
    for (const auto& instruments : tables) {
        CAPTURE(instruments[0]->id);
        same(Tables(seed++).make(instruments, 60, false));
        same(Tables(seed++).make(instruments, 60, true));
    }
}

TEST_CASE("Checks in chunks: a long table, whose rows fill many chunks and blocks") {
    same(Tables(99).make({&easi::instrument}, 2500, false));
}

TEST_CASE("Checks in chunks: lines behind cells with line breaks, and cells in quotes") {
    same(
        "subject,visit,day,viga_ad_grade\n\"a\nb\",week_0,1,2\n\"a\nb\",week_0,2,7\n"
        "\"say \"\"x\"\"\",week_0,1,\"9\"\n\"say \"\"x\"\"\",\"week_\"\"0\",1,\"9\"\n");
}

TEST_CASE("Checks in chunks: remarks on rows without a subject and on invalid days") {
    const Paper input;
    const std::string text = "subject,visit,day,viga_ad_grade\n,a,1,1\nx,b,soon,1\n";
    testing::fill(input, text);
    auto trial = table::CsvChecks::open(input.descriptor(), "trial.csv");
    REQUIRE(trial);
    const Paper paper;
    const table::CheckOutcome outcome = trial->write(paper.descriptor());
    REQUIRE(outcome.remarks.size() == 4);
    CHECK(outcome.remarks[0] == "1 row without a subject: not checked across visits");
    CHECK(outcome.remarks[1] ==
          "1 cell of 'day' neither a number nor a date YYYY-MM-DD, the first in line 3: not "
          "ordered");
    CHECK(outcome.count(Severity::error) == 0);
}

TEST_CASE("Checks of a table: without names of its own a surface reads the settings' plain names") {
    table::CheckOptions options;
    options.only = {"no_such_check"};
    options.subject = "id";
    const auto settings = table::check_settings(options);
    REQUIRE_FALSE(settings);
    CHECK(settings.error().starts_with("only: no check 'no_such_check'"));
    CheckTable table;
    const auto failure = table.open(options, std::vector<std::string>{"x"});
    CHECK(failure.sentence.starts_with("subject: no column 'id'"));
}

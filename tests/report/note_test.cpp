// SPDX-License-Identifier: BSL-1.0
// The sentence about a score: it names the column, the value as it was written, the rule, the way
// out.
#include "catch_compat.hpp"

#include <array>
#include <string>
#include <vector>

#include "cli/cell.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/report/note.hpp"

using namespace eczscore;
using Catch::Matchers::Equals;

namespace {

/// A table row of one instrument: cells in form order under their contract names.
struct Row {
    const Instrument* which;
    std::vector<std::string> cells;
    std::string years = "34";

    std::string note() const {
        const Instrument& instrument = *which;
        std::vector<Answer> answers;
        std::vector<report::Recorded> recorded;
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
            answers.push_back(cli::cell_answer(item, cells[i]));
            recorded.push_back({{}, cells[i], {}, {}});
        });
        const Score s = score(instrument, answers, cli::cell_age(years, ""));
        report::RecordedAge age;
        age.years_text = years;
        return report::note(instrument, s, {answers, recorded, age});
    }
};

/// A full EASI of ones.
Row easi_row() { return {&easi::instrument, std::vector<std::string>(20, "1")}; }

}  // namespace

TEST_CASE("Note: nothing to say when all is well") {
    CHECK(easi_row().note().empty());
    CHECK(Row{&poem::instrument, {"1", "1", "1", "1", "1", "1", "1"}}.note().empty());
}

TEST_CASE("Note: an off-scale value is quoted as it was written, with what is allowed") {
    Row row = easi_row();
    row.cells[4] = "7";
    CHECK_THAT(row.note(), Equals("easi_head_neck_area is \"7\" (allowed: 0, 1, 2, 3, 4, 5 or 6): "
                                  "correct it, or leave it blank if unknown."));
    row = easi_row();
    row.cells[0] = "0.50";
    CHECK_THAT(row.note(),
               Equals("easi_head_neck_erythema is \"0.50\" (allowed: 0, 1, 1.5, 2, 2.5 or 3): "
                      "correct it, or leave it blank if unknown."));
}

TEST_CASE("Note: a decimal comma says that a point is wanted") {
    Row row{&scorad::instrument, {"7,5", "1", "1", "1", "1", "1", "1", "1", "1"}};
    CHECK_THAT(row.note(), Equals("scorad_extent is \"7,5\" (write a decimal point: 7.5): correct "
                                  "it, or leave it blank if unknown."));
    row.cells[0] = "1,234.5";
    CHECK_THAT(row.note(),
               Equals("scorad_extent is \"1,234.5\" (allowed: 0 to 100): correct it, or "
                      "leave it blank if unknown."));
}

TEST_CASE("Note: a blank names its column and what the score needs") {
    Row row = easi_row();
    row.cells[4] = "";
    CHECK_THAT(row.note(),
               Equals("easi_head_neck_area is blank; needed: every area, and every sign "
                      "of an involved region."));
}

TEST_CASE("Note: invalid first, then what is missing too") {
    Row row = easi_row();
    row.cells[4] = "x";
    row.cells[9] = "NA";
    CHECK_THAT(
        row.note(),
        Equals("easi_head_neck_area is \"x\" (allowed: 0, 1, 2, 3, 4, 5 or 6): correct it, or "
               "leave it blank if unknown; easi_upper_limbs_area is blank; needed: every "
               "area, and every sign of an involved region."));
}

TEST_CASE("Note: ages that are missing, nonsense or written with a comma") {
    Row row = easi_row();
    row.years = "";
    CHECK_THAT(row.note(),
               Equals("age_years is blank, and the age decides between \"before the 8th "
                      "birthday\" or \"8 years and over\": fill it in."));
    row.years = "900";
    CHECK_THAT(row.note(), Equals("age_years is \"900\" (allowed: 0 to 130 years): correct it, or "
                                  "leave it blank if unknown."));
    row.years = "7,5";
    CHECK_THAT(row.note(),
               Equals("age_years is \"7,5\" (write a decimal point: 7.5): correct it, or "
                      "leave it blank if unknown."));
}

TEST_CASE("Note: an area of 0 beside signs, and an area without signs") {
    Row row = easi_row();
    row.cells[14] = "0";
    CHECK_THAT(row.note(),
               Equals("easi_trunk_area is 0, but easi_trunk_erythema, easi_trunk_edema_papulation "
                      "and 2 more are above 0: that part counts as 0, check both."));
    row = easi_row();
    for (std::size_t i = 10; i < 14; ++i) row.cells[i] = "0";
    CHECK_THAT(row.note(),
               Equals("easi_trunk_area is above 0, but all beside it is 0: check both."));
}

TEST_CASE("Note: imputed by the published rule, and beyond it") {
    Row row{&poem::instrument, {"1", "", "1", "1", "1", "1", "1"}};
    CHECK_THAT(row.note(), Equals("poem_sleep is blank and counted as 0 (rule: exactly one "
                                  "unanswered item counts 0; two or more: not scored)."));
    row.cells[0] = ".";
    CHECK_THAT(row.note(),
               Equals("poem_itch and poem_sleep are blank, 2 where the rule allows 1 (exactly one "
                      "unanswered item counts 0; two or more: not scored)."));
}

TEST_CASE("Note: words, and not relevant where it is not offered") {
    Row row{&dlqi::instrument, {"1", "1", "1", "1", "1", "1", "Yes", "1", "1", "1", "1"}};
    CHECK_THAT(row.note(), Equals("dlqi_q7_prevented is \"Yes\" (allowed: yes (3), no (0) or "
                                  "not_relevant): correct it, or leave it blank if unknown."));
    row.cells[6] = "no";
    row.cells[0] = "not_relevant";
    CHECK_THAT(row.note(),
               Equals("dlqi_q1 is \"not_relevant\" (allowed: 0, 1, 2 or 3): correct it, "
                      "or leave it blank if unknown."));
}

TEST_CASE("Note: a seventh decimal place is rounded, and said") {
    const Row row{&iga_bsa::instrument, {"3", "12.3456789"}};
    CHECK_THAT(row.note(),
               Equals("iga_bsa_bsa_percent is \"12.3456789\", rounded to six decimal places."));
}

TEST_CASE("Note: a grade and a percentage that disagree") {
    std::vector<Answer> answers(20, Answer(1));
    const Item& area = item_at(easi::instrument, 4);
    answers[4] = cli::graded_answer(area, "3", "75");
    CHECK(answers[4].kind() == Answer::Kind::conflict);
    std::vector<report::Recorded> recorded(20);
    recorded[4] = {"AREA", "3", "PCT", "75"};
    Score s = score(easi::instrument, answers, Age::years(34));
    CHECK(s.status == Status::invalid);
    CHECK_THAT(report::note(easi::instrument, s, {answers, recorded, {}}),
               Equals("AREA is \"3\", but PCT \"75\" is grade 5: correct it, or leave it blank if "
                      "unknown."));
    answers[4] = cli::graded_answer(area, "3", "120");
    recorded[4].percent_text = "120";
    s = score(easi::instrument, answers, Age::years(34));
    CHECK_THAT(report::note(easi::instrument, s, {answers, recorded, {}}),
               Equals("PCT is \"120\" (allowed: 0 to 100): correct it, or leave it blank if "
                      "unknown."));
    CHECK(cli::graded_answer(area, "3", "30") == Answer(3));
    CHECK(cli::graded_answer(area, "", "30") == Answer(3));
    CHECK(cli::graded_answer(area, "3", "NA") == Answer(3));
}

TEST_CASE("Note: years and months must agree, and the months count") {
    CHECK(cli::cell_age("7", "95").millionths_of_month() == 95 * millionths_per_point);
    CHECK(cli::cell_age("8", "95").kind() == Age::Kind::invalid);
    CHECK(cli::cell_age("", "95").is_known());
    CHECK(cli::cell_age("x", "95").kind() == Age::Kind::invalid);
    CHECK(cli::cell_age("8", "x").kind() == Age::Kind::invalid);
    CHECK(cli::cell_age("", "").kind() == Age::Kind::missing);
}

TEST_CASE("Note: without texts the columns have their names of the contract") {
    std::array<Answer, 7> answers{4, 3, 5, 1, 1, 1, 1};
    const Score s = score(poem::instrument, answers);
    CHECK_THAT(report::note(poem::instrument, s, {answers, {}, {}}),
               Equals("poem_bleeding is \"5\" (allowed: 0, 1, 2, 3 or 4): correct it, or leave it "
                      "blank if unknown."));
}

TEST_CASE("Note: a blank within the rule beside a wrong answer states the rule") {
    Row row{&poem::instrument, {"9", "", "1", "1", "1", "1", "1"}};
    CHECK_THAT(
        row.note(),
        Equals("poem_itch is \"9\" (allowed: 0, 1, 2, 3 or 4): correct it, or leave it blank "
               "if unknown; poem_sleep is blank (rule: exactly one unanswered item counts 0; "
               "two or more: not scored)."));
}

TEST_CASE("Note: that only complete answers were asked for is said where it is so") {
    std::array<Answer, 7> answers{1, {}, 1, 1, 1, 1, 1};
    Score s = score(poem::instrument, answers);
    s.status = Status::missing;
    s.imputed = 0;
    CHECK_THAT(report::note(poem::instrument, s, {.answers = answers, .complete_only = true}),
               Equals("poem_sleep is blank, and only complete answers were asked for."));
}

TEST_CASE("Note: every recorded age that was rounded is quoted") {
    const std::array<Answer, 20> answers = [] {
        std::array<Answer, 20> ones{};
        ones.fill(1);
        return ones;
    }();
    const auto note = [&](std::string_view years, std::string_view months) {
        const Score s = score(easi::instrument, answers, cli::cell_age(years, months));
        return report::note(
            easi::instrument, s,
            {.answers = answers, .age = {"age_years", years, "age_months", months}});
    };
    CHECK(note("30", "361").empty());
    CHECK_THAT(note("30.1234567", "361"),
               Equals("age_years is \"30.1234567\", rounded to six decimal places."));
    CHECK_THAT(note("30", "361.1234567"),
               Equals("age_months is \"361.1234567\", rounded to six decimal places."));
    CHECK_THAT(note("", "361.1234567"),
               Equals("age_months is \"361.1234567\", rounded to six decimal places."));
    CHECK_THAT(note("30.1234567", "361.1234567"),
               Equals("age_years is \"30.1234567\", rounded to six decimal places; age_months is "
                      "\"361.1234567\", rounded to six decimal places."));
    CHECK_THAT(note("30.1234567", "400"),
               Equals("age_years is \"30.1234567\", but age_months is \"400\" (the completed years "
                      "must be the same): correct it, or leave it blank if unknown."));
    CHECK_THAT(note("x", "400"), Equals("age_years is \"x\" (allowed: 0 to 130 years): correct it, "
                                        "or leave it blank if unknown."));
    CHECK_THAT(
        note("30", "9999"),
        Equals("age_years is \"30\", but age_months is \"9999\" (the completed years must be "
               "the same): correct it, or leave it blank if unknown."));
    CHECK_THAT(note("", "9999"), Equals("age_months is \"9999\" (allowed: 0 to 1560 months): "
                                        "correct it, or leave it blank if unknown."));
    CHECK_THAT(note("30", "4,5"), Equals("age_months is \"4,5\" (write a decimal point: 4.5): "
                                         "correct it, or leave it blank if unknown."));
}

TEST_CASE("Note: a sentence says whether it repeats something of its row") {
    const auto written = [](const Instrument& instrument, std::span<const Answer> answers,
                            report::RecordedAge age = {}) {
        const Score s = score(instrument, answers, cli::cell_age(age.years_text, age.months_text));
        const report::Recording recording{.answers = answers, .age = age};
        return report::write_note(instrument, report::note_facts(instrument, s, recording), s,
                                  recording);
    };
    std::array<Answer, 20> easi{};
    easi.fill(1);
    std::array<Answer, 7> poem{1, {}, 1, 1, 1, 1, 1};
    CHECK_FALSE(written(poem::instrument, poem).quotes);
    poem[2] = 9;
    CHECK(written(poem::instrument, poem).quotes);
    CHECK_FALSE(written(easi::instrument, easi).quotes);  // the age is blank
    CHECK_FALSE(written(easi::instrument, easi, {.years_text = "30"}).quotes);
    CHECK(written(easi::instrument, easi, {.years_text = "30.1234567"}).quotes);
    CHECK(written(easi::instrument, easi, {.years_text = "900"}).quotes);
    easi[4] = 0;
    CHECK_FALSE(written(easi::instrument, easi, {.years_text = "30"}).quotes);
    easi[4] = Answer{};
    CHECK_FALSE(written(easi::instrument, easi, {.years_text = "30"}).quotes);
    const std::array<Answer, 2> rounded{3, Answer::from_millionths(12'345'679, true)};
    CHECK(written(iga_bsa::instrument, rounded).quotes);
}

TEST_CASE("Note: no relevant question leaves nothing to score") {
    Score s = score(dlqi_r::instrument, {});
    s.status = Status::not_applicable;
    s.missing = 0;
    CHECK_THAT(report::note(dlqi_r::instrument, s),
               Equals("no question is relevant: there is nothing to score."));
}

// SPDX-License-Identifier: BSL-1.0
// The sentence about a score: it names the column, the value as it was written, the rule, the way
// out.
// Covers: report/recording.hpp
#include "catch_compat.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "eczscore/instruments.hpp"
#include "eczscore/report/note.hpp"
#include "eczscore/score/cell.hpp"
#include "score/toy.hpp"

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
            answers.push_back(cell_answer(item, cells[i]));
            recorded.push_back({{}, cells[i], {}, {}});
        });
        const Score s = score(instrument, answers, cell_age(years, ""));
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
    answers[4] = graded_answer(area, "3", "75");
    CHECK(answers[4].kind() == Answer::Kind::conflict);
    std::vector<report::Recorded> recorded(20);
    recorded[4] = {"AREA", "3", "PCT", "75"};
    Score s = score(easi::instrument, answers, Age::years(34));
    CHECK(s.status == Status::invalid);
    CHECK_THAT(report::note(easi::instrument, s, {answers, recorded, {}}),
               Equals("AREA is \"3\", but PCT \"75\" is grade 5: correct it, or leave it blank if "
                      "unknown."));
    answers[4] = graded_answer(area, "3", "120");
    recorded[4].percent_text = "120";
    s = score(easi::instrument, answers, Age::years(34));
    CHECK_THAT(report::note(easi::instrument, s, {answers, recorded, {}}),
               Equals("PCT is \"120\" (allowed: 0 to 100): correct it, or leave it blank if "
                      "unknown."));
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
        const Score s = score(easi::instrument, answers, cell_age(years, months));
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
        const Score s = score(instrument, answers, cell_age(age.years_text, age.months_text));
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

namespace {

/// The sentence and whether it quotes, of answers as they were recorded.
report::Note noted(const Instrument& instrument, std::span<const Answer> answers,
                   std::span<const report::Recorded> items = {}, report::RecordedAge age = {}) {
    const Score s = score(instrument, answers, cell_age(age.years_text, age.months_text));
    const report::Recording recording{.answers = answers, .items = items, .age = age};
    return report::write_note(instrument, report::note_facts(instrument, s, recording), s,
                              recording);
}

std::vector<Answer> all_of(std::size_t count, Answer answer) {
    return std::vector<Answer>(count, answer);
}

/// Seven numbered questions from 0 to 4, with the rule for blanks that is asked for.
inline constexpr Item seven_items[] = {{.id = "a", .label = "a", .scale = whole_points(0, 4)},
                                       {.id = "b", .label = "b", .scale = whole_points(0, 4)},
                                       {.id = "c", .label = "c", .scale = whole_points(0, 4)},
                                       {.id = "d", .label = "d", .scale = whole_points(0, 4)},
                                       {.id = "e", .label = "e", .scale = whole_points(0, 4)},
                                       {.id = "f", .label = "f", .scale = whole_points(0, 4)},
                                       {.id = "g", .label = "g", .scale = whole_points(0, 4)}};
inline constexpr Domain seven_domains[] = {{"all", "All", 1, seven_items, 28}};
inline constexpr Form seven_forms[] = {
    {.id = "all", .label = "all", .domains = seven_domains, .max = 28}};

consteval Description seven(MissingRule rule) {
    return {Identity{.id = "q",
                     .title = "Seven questions",
                     .version = "1",
                     .respondent = Respondent::patient,
                     .recall = "none",
                     .rights = "none"},
            Scoring{.max = 28, .forms = seven_forms, .missing = rule}, Interpretation{},
            Provenance{.sources = toy::sources}};
}

inline constexpr Description seven_needed_description =
    seven({.evidence = toy::seen, .text = "none: every question"});
inline constexpr Instrument seven_needed = checked<seven_needed_description>();
inline constexpr Description seven_of_memory_description =
    seven({.evidence = {.source = &toy::paper, .confidence = Confidence::high, .from_memory = true},
           .text = "none: every question"});
inline constexpr Instrument seven_of_memory = checked<seven_of_memory_description>();
inline constexpr Description seven_zeros_description =
    seven({.allowed = 2, .evidence = toy::seen, .text = "two may be blank"});
inline constexpr Instrument seven_zeros = checked<seven_zeros_description>();
inline constexpr Description seven_mean_description =
    seven({.allowed = 2,
           .blank = Blank::leaves_the_mean,
           .evidence = {&toy::paper, Confidence::low},
           .text = "two may be blank"});
inline constexpr Instrument seven_mean = checked<seven_mean_description>();

/// The first `count` of the seven questions are answered so, the others 1.
std::string note_of_seven(const Instrument& instrument, std::size_t count, Answer answer) {
    std::vector<Answer> answers = all_of(7, 1);
    std::fill_n(answers.begin(), count, answer);
    return noted(instrument, answers).text;
}

}  // namespace

TEST_CASE("Note: a point is proposed only where it makes a number, and of a short text") {
    const auto extent = [](std::string_view text) {
        std::vector<Answer> answers = all_of(9, 1);
        std::vector<report::Recorded> items(9);
        answers[0] = cell_answer(item_at(scorad::instrument, 0), text);
        items[0].text = text;
        return noted(scorad::instrument, answers, items).text;
    };
    const std::string end = ": correct it, or leave it blank if unknown.";
    CHECK_THAT(extent("a,b"), Equals("scorad_extent is \"a,b\" (allowed: 0 to 100)" + end));
    CHECK_THAT(extent(","), Equals("scorad_extent is \",\" (allowed: 0 to 100)" + end));
    CHECK_THAT(extent("1,2,3"), Equals("scorad_extent is \"1,2,3\" (allowed: 0 to 100)" + end));
    CHECK_THAT(extent("1.2,3"), Equals("scorad_extent is \"1.2,3\" (allowed: 0 to 100)" + end));
    CHECK_THAT(extent(" 7,5\t"),
               Equals("scorad_extent is \" 7,5 \" (write a decimal point: 7.5)" + end));
    const std::string zeros(38, '0');
    CHECK_THAT(extent("7," + zeros), Equals("scorad_extent is \"7," + zeros +
                                            "\" (write a decimal point: 7." + zeros + ")" + end));
    CHECK_THAT(extent("7," + zeros + "0"),
               Equals("scorad_extent is \"7," + zeros +
                      "...\" (41 characters) (allowed: 0 to 100)" + end));
}

TEST_CASE("Note: a column is called as the table calls it, a percentage alone by its own name") {
    std::vector<Answer> answers = all_of(20, 1);
    std::vector<report::Recorded> items(20);
    answers[4] = {};
    items[4] = {"Area, head", "", "Percent, head", ""};
    const std::string end = " is blank; needed: every area, and every sign of an involved region.";
    CHECK_THAT(noted(easi::instrument, answers, items, {.years_text = "30"}).text,
               Equals("Area, head" + end));
    items[4].column = {};
    CHECK_THAT(noted(easi::instrument, answers, items, {.years_text = "30"}).text,
               Equals("Percent, head" + end));
    items[4].percent_column = "two\nlines\x1b[1m";
    CHECK_THAT(noted(easi::instrument, answers, items, {.years_text = "30"}).text,
               Equals("two lines\xef\xbf\xbd[1m" + end));
}

TEST_CASE("Note: a percentage that is no percentage says so, with a point where that is wrong") {
    const Item& area = item_at(easi::instrument, 4);
    const auto of_percent = [&](std::string_view grade, std::string_view percent) {
        std::vector<Answer> answers = all_of(20, 1);
        std::vector<report::Recorded> items(20);
        answers[4] = graded_answer(area, grade, percent);
        items[4] = {"AREA", grade, "PCT", percent};
        return noted(easi::instrument, answers, items, {.years_text = "30"}).text;
    };
    const std::string end = ": correct it, or leave it blank if unknown.";
    CHECK_THAT(of_percent("", "7,5"), Equals("PCT is \"7,5\" (write a decimal point: 7.5)" + end));
    CHECK_THAT(of_percent("", "-1"), Equals("PCT is \"-1\" (allowed: 0 to 100)" + end));
    CHECK_THAT(of_percent("9", " NA "),
               Equals("AREA is \"9\" (allowed: 0, 1, 2, 3, 4, 5 or 6)" + end));
    CHECK_THAT(of_percent("x", "30"),
               Equals("AREA is \"x\" (allowed: 0, 1, 2, 3, 4, 5 or 6)" + end));
    CHECK_THAT(of_percent("9", "30"), Equals("AREA is \"9\", but PCT \"30\" is grade 3" + end));
    CHECK_THAT(of_percent("2,5", ""), Equals("AREA is \"2,5\" (write a decimal point: 2.5)" + end));
}

TEST_CASE("Note: two entries that contradict each other, without the texts") {
    std::vector<Answer> answers = all_of(20, 1);
    answers[4] = Answer::conflict();
    CHECK_THAT(noted(easi::instrument, answers, {}, {.years_text = "30"}).text,
               Equals("easi_head_neck_area has two entries that contradict each other: correct it, "
                      "or leave it blank if unknown."));
}

TEST_CASE("Note: without a text the answer itself is named") {
    const std::string end =
        " (allowed: 0, 1, 2, 3 or 4): correct it, or leave it blank if unknown.";
    CHECK_THAT(note_of_seven(seven_needed, 1, 2.5_x), Equals("q_a is \"2.5\"" + end));
    CHECK_THAT(note_of_seven(seven_needed, 1, Answer::not_relevant()),
               Equals("q_a is \"not_relevant\"" + end));
    CHECK_THAT(note_of_seven(seven_needed, 1, Answer::unreadable()),
               Equals("q_a is no number" + end));
}

TEST_CASE("Note: of many wrong answers three are named, of many blanks four") {
    const std::string wrong = "is \"9\" (allowed: 0, 1, 2, 3 or 4)";
    const std::string end = ": correct it, or leave it blank if unknown.";
    CHECK_THAT(
        note_of_seven(seven_needed, 4, 9),
        Equals("q_a " + wrong + ", q_b " + wrong + ", q_c " + wrong + ", q_d " + wrong + end));
    CHECK_THAT(note_of_seven(seven_needed, 5, 9),
               Equals("q_a " + wrong + ", q_b " + wrong + ", q_c " + wrong + " and 2 more" + end));
    CHECK_THAT(note_of_seven(seven_needed, 1, {}), Equals("q_a is blank; needed: every question."));
    CHECK_THAT(note_of_seven(seven_needed, 2, {}),
               Equals("q_a and q_b are blank; needed: every question."));
    CHECK_THAT(note_of_seven(seven_needed, 5, {}),
               Equals("q_a, q_b, q_c, q_d and q_e are blank; needed: every question."));
    CHECK_THAT(note_of_seven(seven_needed, 6, {}),
               Equals("q_a, q_b, q_c, q_d and 2 more are blank; needed: every question."));
}

TEST_CASE("Note: the rule for blanks is said as it is, and that it is unverified") {
    CHECK_THAT(note_of_seven(seven_of_memory, 1, {}),
               Equals("q_a is blank; needed: every question, unverified."));
    CHECK_THAT(note_of_seven(seven_zeros, 2, {}),
               Equals("q_a and q_b are blank and counted as 0 (rule: two may be blank)."));
    CHECK_THAT(note_of_seven(seven_zeros, 3, {}),
               Equals("q_a, q_b and q_c are blank, 3 where the rule allows 2 (two may be blank)."));
    CHECK_THAT(note_of_seven(seven_mean, 2, {}),
               Equals("q_a and q_b are blank and left out of the mean (rule: two may be blank, "
                      "unverified)."));
    CHECK_THAT(note_of_seven(seven_mean, 3, {}),
               Equals("q_a, q_b and q_c are blank, 3 where the rule allows 2 (two may be blank, "
                      "unverified)."));
    std::array<Answer, 7> answers{9, {}, {}, 1, 1, 1, 1};
    CHECK_THAT(noted(seven_mean, answers).text,
               Equals("q_a is \"9\" (allowed: 0, 1, 2, 3 or 4): correct it, or leave it blank if "
                      "unknown; q_b and q_c are blank (rule: two may be blank, unverified)."));
}

TEST_CASE("Note: which recorded age is wrong, in every pairing of years and months") {
    const std::vector<Answer> answers = all_of(20, 1);
    const auto of_age = [&](std::string_view years, std::string_view months) {
        return noted(easi::instrument, answers, {}, {"AGE", years, "MONTHS", months}).text;
    };
    const std::string end = ": correct it, or leave it blank if unknown.";
    const std::string years_rule = " (allowed: 0 to 130 years)" + end;
    const std::string months_rule = " (allowed: 0 to 1560 months)" + end;
    CHECK_THAT(of_age("131", ""), Equals("AGE is \"131\"" + years_rule));
    CHECK_THAT(of_age("131", " NA "), Equals("AGE is \"131\"" + years_rule));
    CHECK_THAT(of_age("x", "y"), Equals("MONTHS is \"y\"" + months_rule));
    CHECK_THAT(of_age("x", "361"), Equals("AGE is \"x\"" + years_rule));
    CHECK_THAT(of_age("30", "y"), Equals("MONTHS is \"y\"" + months_rule));
    CHECK_THAT(of_age(" . ", "1561"), Equals("MONTHS is \"1561\"" + months_rule));
    CHECK_THAT(of_age("", "y"), Equals("MONTHS is \"y\"" + months_rule));
    CHECK_THAT(of_age("30", "372"),
               Equals("AGE is \"30\", but MONTHS is \"372\" (the completed years must be the "
                      "same)" +
                      end));
    CHECK(of_age("30", "371").empty());
    // An age that was never written down: it was handed over as a number.
    const Score s = score(easi::instrument, answers, Age::years(Answer::conflict()));
    CHECK_THAT(report::note(easi::instrument, s, {.answers = answers}),
               Equals("age_years is no age" + years_rule));
}

TEST_CASE("Note: an age that is missing or not covered is named by the column that holds it") {
    const Answer one[] = {1};
    const auto of_age = [&](std::string_view column, std::string_view years,
                            std::string_view months) {
        return noted(toy::infant, one, {}, {column, years, "MONTHS", months}).text;
    };
    const std::string end = ", and the instrument is for \"6 to 23 months\".";
    CHECK_THAT(of_age("AGE", "5", ""), Equals("AGE is \"5\"" + end));
    CHECK_THAT(of_age("AGE", "5", "60"), Equals("AGE is \"5\"" + end));
    CHECK_THAT(of_age("AGE", "", "30"), Equals("MONTHS is \"30\"" + end));
    CHECK_THAT(of_age("AGE", " NA", "30"), Equals("MONTHS is \"30\"" + end));
    CHECK_THAT(of_age("", "", "30"), Equals("MONTHS is \"30\"" + end));
    CHECK(of_age("AGE", "", "12").empty());
    const std::string blank =
        " is blank, and the age decides between \"6 to 23 months\": fill it in.";
    CHECK_THAT(of_age("AGE", "", ""), Equals("AGE" + blank));
    CHECK_THAT(of_age("", "", ""), Equals("MONTHS" + blank));
}

TEST_CASE("Note: an age that counts for nothing is not remarked") {
    const std::vector<Answer> answers = all_of(7, 1);
    CHECK(noted(poem::instrument, answers, {}, {.years_text = "30.1234567"}).text.empty());
    const std::vector<Answer> adult = all_of(7, 1);
    CHECK_THAT(noted(isi::instrument, adult, {}, {.years_text = "5.1234567"}).text,
               Equals("age_years is \"5.1234567\", and the instrument is for \"adults\"."));
    CHECK_THAT(noted(isi::instrument, adult, {}, {.years_text = "50.1234567"}).text,
               Equals("age_years is \"50.1234567\", rounded to six decimal places."));
}

TEST_CASE("Note: a missing age that only the bands want is said beside a score, and no other") {
    std::vector<Answer> answers = all_of(7, 1);
    Score s = score(recap::instrument, answers);
    CHECK_THAT(report::note(recap::instrument, s, {.answers = answers, .band_wants_age = true}),
               Equals("no band: the default bands depend on the age, which is not known."));
    CHECK(report::note(recap::instrument, s, {.answers = answers}).empty());
    answers[0] = answers[1] = {};
    s = score(recap::instrument, answers);
    CHECK(s.status == Status::missing);
    CHECK_THAT(report::note(recap::instrument, s, {.answers = answers, .band_wants_age = true}),
               !Catch::Matchers::ContainsSubstring("band"));
}

TEST_CASE("Note: why the scale does not apply") {
    std::vector<Answer> itch = all_of(12, 1);
    itch[0] = 0;
    CHECK_THAT(noted(pss_12::instrument, itch).text,
               Equals("pss_12_frequency is 0, which says that the scale does not apply."));
    CHECK_THAT(noted(gais::instrument, all_of(gais::instrument.plan.items, 1)).text,
               Equals("no total is published: the items stand for themselves."));
    const Answer none[] = {Answer::not_relevant(), Answer::not_relevant()};
    CHECK_THAT(noted(toy::relevant, none).text,
               Equals("no question is relevant: there is nothing to score."));
}

TEST_CASE("Note: a clause of the score stands alone, or after the answers that it is about") {
    const Instrument& instrument = seven_needed;
    std::vector<Answer> answers = all_of(7, 1);
    const auto said = [&](Status status, ItemSet wrong, ItemSet odd) {
        Score s = score(instrument, answers);
        s.status = status;
        s.wrong = wrong;
        s.odd = odd;
        s.why = "this cannot be";
        return report::note(instrument, s, {.answers = answers});
    };
    CHECK_THAT(said(Status::not_applicable, 0, 0), Equals("this cannot be."));
    CHECK_THAT(said(Status::invalid, 0, 0), Equals("this cannot be."));
    CHECK_THAT(said(Status::invalid, 1, 0), Equals("q_a \"1\": this cannot be."));
    CHECK_THAT(said(Status::ok, 0, 3), Equals("q_a \"1\" and q_b \"1\": this cannot be."));
    CHECK_THAT(said(Status::ok, 0, 15),
               Equals("q_a \"1\", q_b \"1\", q_c \"1\" and q_d \"1\": this cannot be."));
    CHECK_THAT(said(Status::ok, 0, 31),
               Equals("q_a \"1\", q_b \"1\", q_c \"1\" and 2 more: this cannot be."));
}

TEST_CASE("Note: an answer to look at, and a further part of a question that is not relevant") {
    std::vector<Answer> mood = all_of(9, 0);
    mood[8] = 2;
    CHECK_THAT(noted(phq_9::instrument, mood).text,
               Equals("phq_9_" + std::string(item_at(phq_9::instrument, 8).id) +
                      " is \"2\": the safety item is above 0, look at it whatever the total is."));
    std::vector<Answer> life = all_of(11, 1);
    life[6] = Answer::not_relevant();
    life[7] = 0;
    CHECK_THAT(noted(dlqi::instrument, life).text,
               Equals("dlqi_q7_prevented is not_relevant, but its further part is answered: check "
                      "both."));
}

TEST_CASE("Note: a sum without its licensed table is named as the table would be asked for it") {
    std::vector<Answer> answers = all_of(promis_itch_scratching_5::instrument.plan.items, 2);
    const report::Note one =
        noted(promis_itch_scratching_5::instrument, answers, {}, {.years_text = "30"});
    CHECK(one.quotes);
    CHECK_THAT(one.text, Equals("the sum " + std::to_string(2 * answers.size()) +
                                " is looked up in a licensed table (" +
                                std::string(promis_itch_scratching_5::instrument.table) +
                                "), which you must supply, and it must have a row for that sum."));
}

TEST_CASE("Note: how many signs stand beside an area of 0") {
    const auto beside = [](int redness, int scale) {
        const Answer answers[] = {redness, scale, 0};
        return noted(toy::product, answers).text;
    };
    CHECK_THAT(beside(0, 1), Equals("product_area is 0, but product_scale is above 0: that part "
                                    "counts as 0, check both."));
    CHECK_THAT(beside(1, 2), Equals("product_area is 0, but product_redness and product_scale are "
                                    "above 0: that part counts as 0, check both."));
    CHECK(beside(0, 0).empty());
    // The answers are not at hand: only that there are some is known.
    const Answer answers[] = {1, 1, 0};
    const Score s = score(toy::product, answers);
    CHECK_THAT(report::note(toy::product, s),
               Equals("product_area is 0, but what is beside it is above 0: that part counts as 0, "
                      "check both."));
}

TEST_CASE("Note: what quotes a cell, a percentage, an age or a sum says that it does") {
    std::vector<Answer> answers = all_of(20, 1);
    std::vector<report::Recorded> items(20);
    items[4] = {"AREA", "", "PCT", "120"};
    answers[4] = graded_answer(item_at(easi::instrument, 4), "", "120");
    CHECK(noted(easi::instrument, answers, items, {.years_text = "30"}).quotes);
    answers[4] = 1;
    CHECK(noted(easi::instrument, answers, {}, {.months_text = "9999"}).quotes);
    CHECK(noted(easi::instrument, answers, {}, {.months_text = "361.1234567"}).quotes);
    const std::vector<Answer> adult = all_of(7, 1);
    CHECK(noted(isi::instrument, adult, {}, {.years_text = "5"}).quotes);
    std::vector<Answer> mood = all_of(9, 0);
    mood[8] = 2;
    CHECK(noted(phq_9::instrument, mood).quotes);
    CHECK_FALSE(noted(gais::instrument, all_of(gais::instrument.plan.items, 1)).quotes);
    // A text alone is something of the row, whatever else is read.
    report::Recording recording{.answers = adult, .items = items};
    const Score s = score(isi::instrument, adult);
    for (int which = 0; which < 6; ++which) {
        CAPTURE(which);
        report::detail::NoteRow row(isi::instrument, s, recording);
        CHECK_FALSE(row.quoted());
        if (which == 0) (void)row.text(0);
        if (which == 1) (void)row.percent_text(0);
        if (which == 2) (void)row.years_text();
        if (which == 3) (void)row.months_text();
        if (which == 4) (void)row.answer(0);
        if (which == 5) (void)row.sum();
        CHECK(row.quoted());
    }
    const report::detail::NoteRow row(isi::instrument, s, recording);
    TextOut unseen;
    row.column(unseen, 0);
    (void)row.percent_column(0);
    (void)row.years_column();
    (void)row.months_column();
    CHECK_FALSE(row.quoted());
}

TEST_CASE("Note: rows that say the same have equal facts, and what changes a sentence does not") {
    const auto facts = [](const Instrument& instrument, std::span<const Answer> answers,
                          report::Recording recording = {}) {
        recording.answers = answers;
        return report::note_facts(instrument, score(instrument, answers, Age::years(30)),
                                  recording);
    };
    const std::array<Answer, 7> low{1, {}, 1, 1, 1, 1, 1};
    const std::array<Answer, 7> high{4, {}, 4, 4, 4, 4, 4};
    CHECK(facts(poem::instrument, low) == facts(poem::instrument, high));
    CHECK(facts(poem::instrument, low).score.imputed == 1);
    const std::array<Answer, 7> complete{1, 1, 1, 1, 1, 1, 1};
    CHECK(facts(poem::instrument, complete).score.imputed == 0);
    CHECK_FALSE(facts(poem::instrument, low) ==
                facts(poem::instrument, low, {.complete_only = true}));
    CHECK_FALSE(facts(poem::instrument, low) ==
                facts(poem::instrument, low, {.band_wants_age = true}));
    // The same score in another lattice, by another form, with as many questions left out.
    Score s = score(poem::instrument, low);
    const report::NoteFacts first = report::note_facts(poem::instrument, s, {.answers = low});
    s.units *= 7;
    s.denominator *= 7;
    s.form += 1;
    s.not_relevant_count += 1;
    s.imputed += 1;
    CHECK(report::note_facts(poem::instrument, s, {.answers = low}) == first);
    // Signs beside an area of 0 count, those beside another area do not.
    const Answer one[] = {1, 0, 0};
    const Answer other[] = {0, 1, 0};
    const Answer both[] = {1, 1, 0};
    CHECK(facts(toy::product, one).above_zero == item_bit(0));
    CHECK(facts(toy::product, other).above_zero == item_bit(1));
    CHECK(facts(toy::product, both).above_zero == (item_bit(0) | item_bit(1)));
    std::vector<Answer> easi = all_of(20, 1);
    easi[14] = 0;
    constexpr ItemSet trunk = item_bit(10) | item_bit(11) | item_bit(12) | item_bit(13);
    CHECK(facts(easi::instrument, easi).above_zero == trunk);
    // Only an age that counts is looked at.
    const report::Recording seventh{.age = {.years_text = "30.1234567", .months_text = "361"}};
    CHECK(facts(easi::instrument, easi, seventh).rounded_years);
    CHECK_FALSE(facts(easi::instrument, easi, seventh).rounded_months);
    CHECK_FALSE(facts(poem::instrument, low, seventh).rounded_years);
}

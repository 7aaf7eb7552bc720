// SPDX-License-Identifier: BSL-1.0
// What there is to say about a score: each fact once, the most serious first.
#include "eczscore/report/findings.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments.hpp"

using namespace eczscore;
using report::ScoreFinding;
using Kind = ScoreFinding::Kind;

namespace {

/// `kind:index` of each finding.
std::string said(const Instrument& instrument, const Score& score) {
    std::string text;
    for (const ScoreFinding& each : report::findings(instrument, score)) {
        if (!text.empty()) text += ' ';
        text += std::to_string(static_cast<int>(each.kind)) + ":" + std::to_string(each.index);
    }
    return text;
}

std::string words(std::vector<ScoreFinding> expected) {
    std::string text;
    for (const ScoreFinding& each : expected) {
        if (!text.empty()) text += ' ';
        text += std::to_string(static_cast<int>(each.kind)) + ":" + std::to_string(each.index);
    }
    return text;
}

constexpr const Instrument& poem_i = poem::instrument;
constexpr const Instrument& easi_i = easi::instrument;

}  // namespace

TEST_CASE("Findings: nothing where all is well, and a score that is missing everything says so") {
    CHECK(said(poem_i, {.status = Status::ok}).empty());
    CHECK(said(poem_i, {.status = Status::missing, .missing = 0b101}) ==
          words({{Kind::missing, 0}, {Kind::missing, 2}}));
    CHECK(said(poem_i, {.status = Status::imputed, .missing = 0b10}) ==
          words({{Kind::imputed, 1}}));
}

TEST_CASE("Findings: each item of a set, whichever items these are") {
    for (ItemSet set = 0; set < 128; ++set) {
        std::vector<ScoreFinding> wrong;
        std::vector<ScoreFinding> blank;
        std::vector<ScoreFinding> rounded;
        for (std::size_t i = 0; i < 7; ++i) {
            if ((set >> i & 1) == 0) continue;
            wrong.push_back({Kind::wrong, i});
            blank.push_back({Kind::missing, i});
            rounded.push_back({Kind::rounded, i});
        }
        CHECK(said(poem_i, {.status = Status::invalid, .wrong = set}) == words(wrong));
        CHECK(said(poem_i, {.status = Status::missing, .missing = set}) == words(blank));
        CHECK(said(poem_i, {.status = Status::ok, .rounded = set}) == words(rounded));
    }
}

TEST_CASE("Findings: an age counts where a form or the scale depends on it") {
    CHECK(said(easi_i, {.status = Status::invalid, .age = Status::invalid}) ==
          words({{Kind::wrong_age}}));
    CHECK(said(easi_i, {.status = Status::missing, .age = Status::missing}) ==
          words({{Kind::missing_age}}));
    CHECK(said(easi_i, {.status = Status::not_applicable, .age = Status::not_applicable}) ==
          words({{Kind::age_not_covered}}));
    Instrument any_age = poem_i;
    any_age.ages = {};
    REQUIRE(any_age.ages.is_everyone());
    CHECK(said(any_age, {.status = Status::ok, .age = Status::missing}).empty());
    CHECK(said(any_age, {.status = Status::ok, .age = Status::invalid}).empty());
}

TEST_CASE("Findings: why a scale does not apply") {
    CHECK(said(poem_i, {.status = Status::not_applicable,
                        .missing = 3,
                        .zero_means_not_applicable = 0b100}) ==
          words({{Kind::ended, 2}}));  // blanks do not matter then
    CHECK(said(poem_i, {.status = Status::not_applicable}) == words({{Kind::nothing_relevant}}));
    CHECK(said(poem_i, {.status = Status::not_applicable, .why = "because"}) ==
          words({{Kind::says}}));
    Instrument parts_only = poem_i;
    parts_only.has_total = false;
    CHECK(said(parts_only, {.status = Status::not_applicable}) == words({{Kind::no_total}}));
    CHECK(said(poem_i, {.status = Status::needs_data}) == words({{Kind::needs_data}}));
}

TEST_CASE("Findings: a clause of the score makes wrong answers a contradiction, or stands alone") {
    CHECK(said(poem_i, {.status = Status::invalid, .wrong = 0b11, .why = "both"}) ==
          words({{Kind::contradiction, 0}, {Kind::contradiction, 1}}));
    CHECK(said(poem_i, {.status = Status::invalid, .why = "neither"}) == words({{Kind::says}}));
    CHECK(said(poem_i, {.status = Status::ok, .odd = 0b1, .why = "look"}) ==
          words({{Kind::odd, 0}}));
}

TEST_CASE(
    "Findings: all at once, the most serious first, and a wrong answer is no more than that") {
    const Score everything{.status = Status::invalid,
                           .age = Status::missing,
                           .missing = 0b10,
                           .wrong = 0b1,
                           .rounded = 0b101,
                           .doubtful_relevance = 0b1000,
                           .alert = 0b1001,
                           .odd = 0b10000,
                           .signs_without_area = 0b1,
                           .area_without_signs = 0b10};
    CHECK(said(easi_i, everything) == words({{Kind::wrong, 0},
                                             {Kind::missing_age},
                                             {Kind::missing, 1},
                                             {Kind::rounded, 2},
                                             {Kind::odd, 4},
                                             {Kind::alert, 3},
                                             {Kind::doubtful_relevance, 3},
                                             {Kind::signs_without_area, 0},
                                             {Kind::area_without_signs, 1}}));
}

TEST_CASE("Findings: every finding is visited once, in the order of the list") {
    std::size_t findings = 0;
    for (const Instrument* instrument : registry) {
        for (const Answer answer : {Answer{}, Answer(std::int64_t{-7}), Answer(std::int64_t{0})}) {
            const std::vector<Answer> answers(instrument->plan.items, answer);
            const Score s = score(*instrument, answers);
            const auto all = report::findings(*instrument, s);
            std::size_t at = 0;
            report::for_each_finding(*instrument, s, [&](report::ScoreFinding finding) {
                if (at >= all.size() || all[at].kind != finding.kind ||
                    all[at].index != finding.index) {
                    FAIL(instrument->id.c_str());
                }
                ++at;
            });
            CHECK(at == all.size());
            findings += at;
        }
    }
    CHECK(findings > 1000);
}

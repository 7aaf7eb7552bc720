// SPDX-License-Identifier: BSL-1.0
// The same instrument with another rule for missing items.
#include "eczscore/model/missing_variants.hpp"

#include <array>

#include "eczscore/score/score.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
constexpr Item items[] = {{.id = "a", .label = "a", .scale = whole_points(0, 3)},
                          {.id = "b", .label = "b", .scale = whole_points(0, 3)},
                          {.id = "c", .label = "c", .scale = whole_points(0, 3)}};
constexpr Domain domains[] = {{"all", "All", 1, items, 9}};
constexpr Form forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 9}};
constexpr Citation paper{"paper_1999", "A paper", "", "", "made up for tests"};
constexpr const Citation* sources[] = {&paper};
constexpr Description made_description{
    Identity{.id = "made",
             .title = "Made",
             .version = "1",
             .respondent = Respondent::patient,
             .recall = "none",
             .rights = "none"},
    Scoring{.max = 9,
            .forms = forms,
            .missing = {.allowed = 1, .evidence = {&paper, Confidence::high}, .text = "one"}},
    Interpretation{}, Provenance{.sources = sources}};
constexpr Instrument made = checked<made_description>();
constexpr Instrument whole = complete_only<made>("made_complete");
constexpr Instrument two_blanks = with_allowed_blanks<made, 2>("made_two_blanks");

constexpr Score of(const Instrument& instrument, Answer a, Answer b, Answer c) {
    const std::array<Answer, 3> answers{a, b, c};
    return score(instrument, answers);
}
}  // namespace

TEST_CASE("Missing variants: complete only refuses what the published rule accepts") {
    CHECK(of(made, 1, 2, Answer()).value() == Exact(3));
    CHECK(of(whole, 1, 2, Answer()).status == Status::missing);
    CHECK(of(whole, 1, 2, 3).value() == Exact(6));
}

TEST_CASE("Missing variants: allowed blanks scale the answered items up") {
    CHECK(of(two_blanks, 1, 2, Answer()).value() == 4.5_x);
    CHECK(of(two_blanks, 1, 2, Answer()).status == Status::imputed);
    CHECK(of(two_blanks, 1, Answer(), Answer()).value() == Exact(3));
    CHECK(of(two_blanks, Answer(), Answer(), Answer()).status == Status::missing);
}

TEST_CASE("Missing variants: another id, the same columns, and a missing rule without a source") {
    CHECK(whole.id == Text("made_complete"));
    CHECK(whole.prefix() == Text("made"));
    CHECK(whole.missing.evidence.source == nullptr);
    CHECK_FALSE(two_blanks.missing.evidence.is_verified());
}
